import { shortText } from '../../reading/short-text.ts';

/** How much of one message is looked at, in UTF-16 units: a message can quote a whole container. */
const LOOKED_AT = 20_000;

/** What is handed on of one message at most. */
const KEPT = 240;

/**
 * A message of InSpec, short and without what it quotes of Ruby objects: `#<Hashie::Mash Env=… Args=…>` becomes
 * `#<Hashie::Mash>`. Such an object can be all that is known of a container, its environment's secrets included.
 */
export function withoutInspections(message: unknown): string | undefined {
  if (typeof message !== 'string') return undefined;
  const [text = ''] = message.slice(0, LOOKED_AT).split(/\n\s*Diff:/, 1);
  return shortText(withoutObjects(text), KEPT);
}

function withoutObjects(text: string): string {
  let kept = '';
  let depth = 0;
  for (let index = 0; index < text.length; index += 1) {
    const opens = text.startsWith('#<', index);
    if (opens) {
      if (depth === 0) kept += `${/^#<[\w:]*/.exec(text.slice(index, index + 100))?.[0] ?? '#<'}>`;
      depth += 1;
    } else if (depth === 0) kept += text.charAt(index);
    // The arrow of a Ruby hash closes nothing.
    else if (text[index] === '>' && text[index - 1] !== '=') depth -= 1;
  }
  return kept;
}
