/** A kind of file that is not text, and what to do about it. */
export interface BinaryKind {
  /** What follows "The file is" in a sentence. */
  readonly name: string;
  readonly remedy: string;
}

/** The bytes that a kind of file has at the offset `at`, or at its beginning. */
interface Signature extends BinaryKind {
  readonly bytes: string;
  readonly at?: number;
}

const DECOMPRESS = 'Decompress it in an earlier step, and use the decompressed file';
const WRONG_FILE = 'Check that the path names the results file that the scanner writes.';

/** The first signature that fits counts. Bytes are written as Latin-1. */
const SIGNATURES: readonly Signature[] = [
  { bytes: '\x1f\x8b', name: 'compressed with gzip', remedy: `${DECOMPRESS}: \`gunzip\`.` },
  { bytes: 'BZh', name: 'compressed with bzip2', remedy: `${DECOMPRESS}: \`bunzip2\`.` },
  { bytes: '\xfd7zXZ\x00', name: 'compressed with xz', remedy: `${DECOMPRESS}: \`unxz\`.` },
  { bytes: '\x28\xb5\x2f\xfd', name: 'compressed with Zstandard', remedy: `${DECOMPRESS}: \`unzstd\`.` },
  { bytes: 'PK\x03\x04', name: 'a ZIP archive', remedy: `${DECOMPRESS}: \`unzip\`.` },
  { bytes: 'PK\x05\x06', name: 'an empty ZIP archive', remedy: WRONG_FILE },
  { bytes: "7z\xbc\xaf'\x1c", name: 'a 7-Zip archive', remedy: `${DECOMPRESS}: \`7z x\`.` },
  { bytes: 'ustar', at: 257, name: 'a tar archive', remedy: `${DECOMPRESS}: \`tar -xf\`.` },
  { bytes: '\x7fELF', name: 'a program (ELF)', remedy: WRONG_FILE },
  { bytes: '\xcf\xfa\xed\xfe', name: 'a program (Mach-O)', remedy: WRONG_FILE },
  { bytes: 'MZ\x90\x00', name: 'a program (Windows)', remedy: WRONG_FILE },
  { bytes: 'SQLite format 3\x00', name: 'an SQLite database', remedy: WRONG_FILE },
  { bytes: '%PDF-', name: 'a PDF document', remedy: WRONG_FILE },
  { bytes: '\x89PNG', name: 'an image (PNG)', remedy: WRONG_FILE },
  { bytes: '\xff\xd8\xff', name: 'an image (JPEG)', remedy: WRONG_FILE },
];

const AS_UTF_8 = 'Write the file as UTF-8 (in PowerShell: `| Out-File -Encoding utf8`).';
const UTF_32 = { name: 'UTF-32 text, which is not supported', remedy: AS_UTF_8 };
const UTF_16 = { name: 'UTF-16 text without a byte order mark, which is not supported', remedy: AS_UTF_8 };

/** How many bytes are examined to recognise UTF-16 and UTF-32. */
const LOOKED_AT = 64;

/** The kind of a file that is not text in a supported encoding; `undefined` if its first bytes do not show one. */
export function binaryKindOf(bytes: Uint8Array): BinaryKind | undefined {
  const beginning = Buffer.from(bytes.subarray(0, 512)).toString('latin1');
  const signature = SIGNATURES.find(({ bytes: magic, at = 0 }) => beginning.startsWith(magic, at));
  return signature ?? wideText(beginning);
}

/** UTF-32, or UTF-16 without a byte order mark: ASCII text has NUL bytes at the same positions in every character. */
function wideText(beginning: string): BinaryKind | undefined {
  if (beginning.startsWith('\xff\xfe\0\0') || beginning.startsWith('\0\0\xfe\xff')) return UTF_32;
  if (beginning.startsWith('\xff\xfe') || beginning.startsWith('\xfe\xff')) return undefined;
  const start = beginning.slice(0, LOOKED_AT);
  if (/^(?:[^\0]\0{3}){2,}/.test(start) || /^(?:\0{3}[^\0]){2,}/.test(start)) return UTF_32;
  return /^(?:[^\0]\0){2,}/.test(start) || /^(?:\0[^\0]){2,}/.test(start) ? UTF_16 : undefined;
}
