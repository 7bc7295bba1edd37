import { textOf } from '../../../json.ts';
import type { Content } from '../../reading/nested-reader.ts';
import type { XmlElement } from '../../reading/scanner.ts';

/** The most UTF-16 units of a value: a list of ciphers fits. */
const LONGEST_VALUE = 200;

/** The values of a `Value` in the benchmark, by selector; the one without a selector is under ''. */
export type Choices = Map<string, string>;

/** A profile's changes to the benchmark's values. */
export interface Profile {
  readonly id: string;
  readonly extended: string | undefined;
  /** The values that it sets and the selectors that it chooses, by the id of the `Value`. */
  readonly values: Map<string, string>;
  readonly selectors: Map<string, string>;
  /** Its description, which may name the benchmark that the content follows. */
  description?: string;
}

/** The sources of the values that texts refer to. */
export interface Values {
  readonly choices: ReadonlyMap<string, Choices>;
  readonly profiles: ReadonlyMap<string, Profile>;
}

/** Collects the values of a `Value` element. */
export function valueContent(element: XmlElement, all: Map<string, Choices>): Content | undefined {
  const id = textOf(element.attributes.get('id'));
  if (id === undefined) return undefined;
  const choices = all.get(id) ?? new Map<string, string>();
  all.set(id, choices);
  return {
    child: ({ name, attributes }) => {
      const selector = attributes.get('selector') ?? '';
      return name !== 'value' ? undefined : keep(choices, selector);
    },
  };
}

/** Collects a `Profile` element's values, selectors and description. */
export function profileContent(element: XmlElement, all: Map<string, Profile>): Content | undefined {
  const id = textOf(element.attributes.get('id'));
  if (id === undefined) return undefined;
  const extended = textOf(element.attributes.get('extends'));
  const profile: Profile = { id, extended, values: new Map(), selectors: new Map() };
  all.set(id, profile);
  return {
    child: ({ name, attributes }) => {
      const idref = attributes.get('idref');
      const selector = attributes.get('selector');
      switch (name) {
        case 'description':
          return { text: (text) => (profile.description ??= text) };
        case 'set-value':
          return idref === undefined ? undefined : keep(profile.values, idref);
        case 'refine-value':
          if (idref !== undefined && selector !== undefined) profile.selectors.set(idref, selector);
          return {};
        default:
          return undefined;
      }
    },
  };
}

/** Content whose text is kept in a map; the first one for a key counts. */
export function keep(texts: Map<string, string>, key: string): Content {
  return {
    textLimit: LONGEST_VALUE,
    text: (text) => {
      if (!texts.has(key)) texts.set(key, text);
    },
  };
}

/**
 * The value that a run used: the one that its TestResult states (`set`), or the one that its profile sets or selects,
 * or the benchmark's default.
 */
export function valueIn(
  { choices, profiles }: Values,
  set: ReadonlyMap<string, string>,
  profile: string | undefined,
): (id: string) => string | undefined {
  const chain = profilesFrom(profile, profiles);
  return (id) => {
    const byProfile = chain.find(({ values }) => values.has(id))?.values.get(id);
    const selector = chain.find(({ selectors }) => selectors.has(id))?.selectors.get(id);
    return set.get(id) ?? byProfile ?? choices.get(id)?.get(selector ?? '') ?? choices.get(id)?.get('');
  };
}

/** A profile and those that it extends, nearest first. */
export function profilesFrom(
  id: string | undefined,
  profiles: ReadonlyMap<string, Profile>,
): readonly Profile[] {
  const chain: Profile[] = [];
  for (let profile = profiles.get(id ?? ''); profile !== undefined;) {
    if (chain.includes(profile)) break;
    chain.push(profile);
    profile = profiles.get(profile.extended ?? '');
  }
  return chain;
}
