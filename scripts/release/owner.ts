/** The part of `package.json` that says where the repository is: `github:owner/name`. */
export interface Home {
  readonly owner: string;
  readonly name: string;
}

/** @throws Error when the field does not have the form `github:owner/name`. */
export function homeOf(repository: unknown): Home {
  const [, owner, name] = /^github:([\w.-]+)\/([\w.-]+)$/.exec(String(repository)) ?? [];
  if (owner === undefined || name === undefined)
    throw new Error('"repository" in package.json must be "github:owner/name"');
  return { owner, name };
}

/** Whether a GitHub account can have this name: letters, digits and single hyphens, at most 39 characters. */
export function isAccountName(name: string): boolean {
  return name.length <= 39 && /^[A-Za-z0-9]+(?:-[A-Za-z0-9]+)*$/.test(name);
}

/** Replaces an owner's name wherever it is a whole word. */
export function withOwner(text: string, from: string, to: string): string {
  const escaped = from.replaceAll(/[.-]/g, '\\$&');
  return text.replaceAll(new RegExp(`(?<![\\w-])${escaped}(?![\\w-])`, 'g'), to);
}

/** The owners that a text names for repositories of this name. */
export function ownersNamedIn(text: string, name: string): readonly string[] {
  return [...text.matchAll(/([\w-]+)\/([\w.-]+)/g)]
    .filter(([, , repository = '']) => repository.replace(/\.git$/, '') === name)
    .map(([, owner = '']) => owner);
}
