/** The part of `package.json` that says where the repository is: `github:owner/name`. */
export interface Home {
  readonly owner: string;
  readonly name: string;
}

/** @throws Error when the field is no `github:owner/name`. */
export function homeOf(repository: unknown): Home {
  const [, owner, name] = /^github:([\w.-]+)\/([\w.-]+)$/.exec(String(repository)) ?? [];
  if (owner === undefined || name === undefined)
    throw new Error('"repository" in package.json must be "github:owner/name"');
  return { owner, name };
}

/** A name that an account of GitHub can have: letters, digits and single hyphens, at most 39 characters. */
export function isAccountName(name: string): boolean {
  return name.length <= 39 && /^[A-Za-z0-9]+(?:-[A-Za-z0-9]+)*$/.test(name);
}

/** The text with another owner wherever this one is named as a whole word. */
export function withOwner(text: string, from: string, to: string): string {
  const escaped = from.replaceAll(/[.-]/g, '\\$&');
  return text.replaceAll(new RegExp(`(?<![\\w-])${escaped}(?![\\w-])`, 'g'), to);
}

/** Who is named as the owner of a repository of this name in a text. */
export function ownersNamedIn(text: string, name: string): readonly string[] {
  return [...text.matchAll(/([\w-]+)\/([\w.-]+)/g)]
    .filter(([, , repository = '']) => repository.replace(/\.git$/, '') === name)
    .map(([, owner = '']) => owner);
}
