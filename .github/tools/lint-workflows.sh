#!/usr/bin/env bash
# Checks the workflows, example workflows and actions with actionlint (and shellcheck) and zizmor; zizmor checks one file
# at a time, so that no finding hides another.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."
mapfile -t workflows < <(git ls-files '.github/workflows/*.yml' 'examples/workflows/*.yml')
mapfile -t others < <(git ls-files 'action.yml' '*/action.yml' '.github/dependabot.yml')
mapfile -t scripts < <(git ls-files '*.sh' '.ci/run')

actionlint "${workflows[@]}"
shellcheck "${scripts[@]}"
for file in "${workflows[@]}" "${others[@]}"; do
  echo "$file"
  zizmor --quiet --pedantic --offline "$file"
done
