// A changelog in the format of Keep a Changelog 1.1.0: `## [Unreleased]`, then `## [1.2.3] - 2026-01-31`, newest first.

/** One `##` section. */
interface Section {
  /** A version, or `Unreleased`. */
  readonly name: string;
  /** `YYYY-MM-DD`; empty if it is not released. */
  readonly date: string;
  /** Without the heading and without blank lines at either end. */
  readonly text: string;
}

const HEADING = /^## \[([^\]]+)\](?: - (\d{4}-\d{2}-\d{2}))?$/gm;

function sectionsOf(changelog: string): readonly Section[] {
  const headings = [...changelog.matchAll(HEADING)];
  return headings.map(({ index, 0: heading, 1: name = '', 2: date = '' }, number) => {
    const end = headings[number + 1]?.index ?? changelog.length;
    return { name, date, text: changelog.slice(index + heading.length, end).trim() };
  });
}

/** The versions that have a date, newest first. */
export function datedVersions(changelog: string): readonly string[] {
  return sectionsOf(changelog).flatMap(({ name, date }) => (date === '' ? [] : [name]));
}

/** The entry of a version; `undefined` if it is missing, empty or without a date. */
export function notesOf(changelog: string, version: string): string | undefined {
  const section = sectionsOf(changelog).find(({ name, date }) => name === version && date !== '');
  return section === undefined || section.text === '' ? undefined : section.text;
}

/**
 * Moves the unreleased changes under a version and a date. If the version already has a section, because its release
 * was prepared but never tagged, only the date of that section is updated.
 * @throws Error when there is nothing to release.
 */
export function withRelease(changelog: string, version: string, date: string): string {
  const sections = sectionsOf(changelog);
  const heading = `## [${version}] - ${date}`;
  const has = (name: string): boolean =>
    sections.some((section) => section.name === name && section.text !== '');
  if (has(version)) {
    if (has('Unreleased'))
      throw new Error(
        `CHANGELOG.md has [${version}] and [Unreleased]: put the changes of ${version} under one heading`,
      );
    return changelog.replace(new RegExp(`^## \\[${version.replaceAll('.', '\\.')}\\].*$`, 'm'), heading);
  }
  if (!has('Unreleased')) throw new Error('CHANGELOG.md has nothing under "## [Unreleased]"');
  return changelog.replace(/^## \[Unreleased\]$/m, heading);
}
