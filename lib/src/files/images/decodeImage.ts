import { readFile, stat } from 'node:fs/promises';
import { truncate } from 'lodash';
import sharp from 'sharp';
import { knownKeys } from '../../validation/knownKeys';
import { positiveInteger } from '../../validation/positiveInteger';
import { ImageError } from './ImageError';

/** What a classifier wants to see, in pixels. */
export interface ImageSize {
  readonly height: number;
  readonly width: number;
}

/** A picture as bytes: sRGB, row after row, three bytes a pixel. */
export interface Pixels extends ImageSize {
  readonly data: Uint8Array;
}

const largestFile = 256e6;
const largestPicture = 100e6;
const largestAspect = 100;
/** The shorter side is scaled to 256 for a crop of 224, and in this proportion for other sizes. */
const scaledToCropped = 256 / 224;

/**
 * Reads a photograph and cuts it to the size that a classifier wants: shorter side to `round(size * 256 / 224)`
 * (antialiased, bicubic), then the centre. A picture of exactly that size is used as it is.
 *
 * JPEG, PNG and WebP are read; a file of any other format is refused by its first bytes, before a decoder sees it. EXIF
 * orientation is honoured (not where a PNG has it in a text chunk, as old programs wrote it), colours are managed to sRGB (CMYK,
 * greyscale, 16 bits, embedded profiles), transparency lies on white, of an animation the first frame counts.
 *
 * @param source a path, or the bytes of a file
 * @throws ImageError for a file that is missing, empty, damaged, no such image, too large (100 megapixels) or too narrow;
 *   RangeError where the size is not allowed
 * @example
 * (await decodeImage('chelsea.png', { height: 224, width: 224 })).data.length // => 150528
 */
export async function decodeImage(source: string | Uint8Array, size: ImageSize): Promise<Pixels> {
  const { height, width } = knownKeys('size', size, ['height', 'width']);
  positiveInteger('height', height);
  positiveInteger('width', width);
  const file = typeof source === 'string' ? source : 'image';
  try {
    const bytes = typeof source === 'string' ? await readBounded(source) : source;
    if (bytes.length === 0) throw new ImageError(file, 'the file is empty');
    if (!isPromised(bytes)) throw new ImageError(file, 'is no image: JPEG, PNG and WebP are read');
    const { autoOrient: full } = await sharp(bytes, { limitInputPixels: false }).metadata();
    refuseAbsurd(file, full);
    const upright = sharp(bytes, { limitInputPixels: largestPicture, failOn: 'error' }).autoOrient();
    const cut = full.width === size.width && full.height === size.height ? upright : centreCrop(upright, full, size);
    const { data, info } = await cut
      .flatten({ background: 'white' })
      .toColourspace('srgb')
      .raw({ depth: 'uchar' })
      .toBuffer({ resolveWithObject: true });
    return { data, height: info.height, width: info.width };
  } catch (cause) {
    if (cause instanceof ImageError) throw cause;
    throw new ImageError(file, reasonOf(cause), { cause });
  }
}

async function readBounded(file: string): Promise<Uint8Array> {
  const found = await stat(file);
  if (!found.isFile()) throw new ImageError(file, found.isDirectory() ? 'is a folder' : 'is not a regular file');
  if (found.size > largestFile) throw new ImageError(file, `has ${String(found.size)} bytes, at most 256 MB are read`);
  return readFile(file);
}

/** JPEG's start of image and first marker, PNG's signature, RIFF's `WEBP` behind its length. */
function isPromised(bytes: Uint8Array): boolean {
  const start = Buffer.from(bytes.subarray(0, 12)).toString('latin1');
  return start.startsWith('\xff\xd8\xff') || start.startsWith('\x89PNG\r\n\x1a\n') || /^RIFF[^]{4}WEBP$/.test(start);
}

function refuseAbsurd(file: string, { width, height }: ImageSize): void {
  const dimensions = `is ${String(width)} x ${String(height)} pixels`;
  if (width * height > largestPicture) throw new ImageError(file, `${dimensions}, at most 100 megapixels are read`);
  if (Math.max(width, height) > largestAspect * Math.min(width, height))
    throw new ImageError(file, `${dimensions}: one side may be at most ${String(largestAspect)} times the other`);
}

function centreCrop(picture: sharp.Sharp, full: ImageSize, size: ImageSize): sharp.Sharp {
  const scale = Math.max(
    Math.round(size.width * scaledToCropped) / full.width,
    Math.round(size.height * scaledToCropped) / full.height,
  );
  const width = Math.round(full.width * scale);
  const height = Math.round(full.height * scale);
  return picture
    .resize({ width, height, fit: 'fill', kernel: 'cubic', fastShrinkOnLoad: false })
    .extract({ left: (width - size.width) >> 1, top: (height - size.height) >> 1, ...size });
}

const longestReason = 120;

function reasonOf(cause: unknown): string {
  const { code, message } = cause as NodeJS.ErrnoException;
  if (code === 'ENOENT') return 'no such file';
  if (code !== undefined) return `cannot be read (${code})`;
  const lines = message.split('\n').filter((line) => line.trim() !== '');
  const reason = truncate(lines.join('; '), { length: longestReason });
  return reason.endsWith(':') ? `the file is damaged (${reason.slice(0, -1)})` : reason;
}
