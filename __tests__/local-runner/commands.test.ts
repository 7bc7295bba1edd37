import { expect, test } from '@jest/globals';
import { LineReader, readCommand, readFileCommands } from '../../local-runner/commands.ts';

test.each([
  ['::error::text', { name: 'error', properties: {}, data: 'text' }],
  ['  \u00a0::ERROR title=a%3Ab%2Cc,line=3::x%0Ay%25', commandWith({ title: 'a:b,c', line: '3' }, 'x\ny%')],
  ['::error title=,line=3,=4,col::x', commandWith({ line: '3' }, 'x')],
  ['::error::x::y', commandWith({}, 'x::y')],
  ['text ##[error]old', commandWith({}, 'old')],
  ['text ##[Error line=3;title=a%3Bb%5D]old', commandWith({ line: '3', title: 'a;b]' }, 'old')],
  ['::nothing::x ##[error]y', commandWith({}, 'y')],
  [':\u200d:error::x', commandWith({}, 'x')],
  ['#\u2060#[error]x', commandWith({}, 'x')],
])('the runner reads %j as a command', (line, command) => {
  expect(readCommand(line)).toEqual(command);
});

test.each([
  'text ::error::text',
  '::error text',
  '::nothing::text',
  ': :error::x',
  '# #[error]x',
  '##[error',
  '##[nothing]x',
  '',
])('the runner reads %j as text', (line) => {
  expect(readCommand(line)).toBeUndefined();
});

test('lines end at CR, LF or both, wherever the stream is cut', () => {
  const text = 'a\nb\rc\r\nd\n\ne\r';
  const lines = ['a', 'b', 'c', 'd', '', 'e'];
  for (let cut = 0; cut <= text.length; cut += 1) {
    const reader = new LineReader();
    const read = [...reader.read(text.slice(0, cut)), ...reader.read(text.slice(cut)), ...reader.end()];
    expect(read).toEqual(lines);
  }
});

test('outputs and state are read from their files', () => {
  const text = 'a=1=2\nb<<END\nline one\n\nEND \nEND\nc<<X\nX\nd=<<y\n';
  expect(readFileCommands(text)).toEqual({ a: '1=2', b: 'line one\n\nEND ', c: '', d: '<<y' });
});

test.each(['no sign', '=value', 'name<<', 'name<<END\nwithout its end'])(
  'the file command %j fails the step',
  (text) => {
    expect(() => readFileCommands(text)).toThrow(Error);
  },
);

function commandWith(properties: object, data: string): object {
  return { name: 'error', properties, data };
}
