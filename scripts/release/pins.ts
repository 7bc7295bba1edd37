/** The commit in a `uses:`, and the version in its comment. */
export interface Pin {
  /** 40 hexadecimal digits. Anything else is not a pin. */
  readonly commit: string;
  /** The comment after the `#`, such as `v1.2.3`; empty if there is none. */
  readonly note: string;
}

/** The placeholder for the action's own pin until its first release. There is no such commit. */
export const PLACEHOLDER: Pin = { commit: '0'.repeat(40), note: 'not yet published' };

/** One line with `uses:`, whether in a workflow or in a code block of a page. */
export interface Use extends Pin {
  /** `owner/repository`. */
  readonly repository: string;
  /** Counted from 1. */
  readonly line: number;
}

// `uses: owner/repository/folder@reference # note`, also as the first key of a step.
const USES = /^(\s*(?:- )?uses: )([\w.-]+\/[\w.-]+)((?:\/[\w./-]+)?)@(\S+)(?: +#[ \t]*(.*))?$/;

/** Every `uses:` of an action in a repository; local ones (`./`) and containers have no reference to pin. */
export function usesIn(text: string): readonly Use[] {
  return text.split('\n').flatMap((content, index) => {
    const [, , repository, , commit, note = ''] = USES.exec(content) ?? [];
    if (repository === undefined || commit === undefined) return [];
    return [{ repository, commit, note: note.trim(), line: index + 1 }];
  });
}

/** Sets the pins of the actions in these repositories. Everything else is unchanged. */
export function withPins(text: string, pins: ReadonlyMap<string, Pin>): string {
  const lines = text.split('\n').map((content) => {
    const [, start = '', repository = '', folder = ''] = USES.exec(content) ?? [];
    const pin = pins.get(repository);
    return pin === undefined ? content : `${start}${repository}${folder}@${pin.commit} # ${pin.note}`;
  });
  return lines.join('\n');
}

const BEFORE_FIRST_RELEASE =
  /<!-- before the first release -->[\s\S]*?<!-- \/before the first release -->\n*/g;

/** Removes the passages that apply only before the first release. */
export function withoutPassagesBeforeFirstRelease(text: string): string {
  return text.replaceAll(BEFORE_FIRST_RELEASE, '');
}
