import assert from 'node:assert/strict';
import { appendFile, mkdtemp, readdir, rm, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, before, describe, test } from 'node:test';
import { crc32 } from 'node:zlib';
import fc from 'fast-check';
import sharp from 'sharp';
import { decodeImage } from '../../../src/files/images/decodeImage';
import { ImageError } from '../../../src/files/images/ImageError';
import { projectPath } from '../../../src/project';
import { loadImage } from '../../../src/files/images/loadImage';
import { savePicture } from '../../../src/files/images/savePicture';
import { toPng } from '../../../src/files/images/toPng';
import * as tf from '../../../src/tensorflow/tf';

interface Rgb {
  readonly r: number;
  readonly g: number;
  readonly b: number;
}

const small = { height: 16, width: 16 };
const red = { r: 200, g: 30, b: 60 };
let folder: string;
before(async () => void (folder = await mkdtemp(path.join(tmpdir(), 'startgrad-image-'))));
after(() => rm(folder, { recursive: true }));

const plain = (width: number, height: number, background: Rgb = red) =>
  sharp({ create: { width, height, channels: 3, background } });

/** A chunk of a PNG file: length, type, data, checksum. */
function chunk(type: string, data: Buffer): Buffer {
  const length = Buffer.alloc(4);
  length.writeUInt32BE(data.length);
  const body = Buffer.concat([Buffer.from(type), data]);
  const checksum = Buffer.alloc(4);
  checksum.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, checksum]);
}

/** 24 x 16: red, green over blue, white in the four quarters, so that each of the eight orientations looks different. */
function quarters(): sharp.Sharp {
  const colours = [
    [255, 0, 0],
    [0, 255, 0],
    [0, 0, 255],
    [255, 255, 255],
  ];
  const data = Uint8Array.from({ length: 24 * 16 * 3 }, (_, i) => {
    const [x, y] = [Math.floor(i / 3) % 24, Math.floor(i / 72)];
    return colours[(y < 8 ? 0 : 2) + (x < 12 ? 0 : 1)]![i % 3]!;
  });
  return sharp(data, { raw: { width: 24, height: 16, channels: 3 } });
}

async function corners(file: string): Promise<string> {
  const { data, width, height } = await decodeImage(file, small);
  return [0, width - 1, (height - 1) * width, height * width - 1]
    .map(
      (p) =>
        'krgybmcw'[(data[3 * p]! > 127 ? 1 : 0) + (data[3 * p + 1]! > 127 ? 2 : 0) + (data[3 * p + 2]! > 127 ? 4 : 0)],
    )
    .join('');
}

async function rejected(source: string | Uint8Array): Promise<ImageError> {
  const outcome: unknown = await decodeImage(source, small).catch((error: unknown) => error);
  assert.ok(outcome instanceof ImageError, `expected an ImageError, got ${String(outcome)}`);
  return outcome;
}

function assertColour(data: Uint8Array, expected: Rgb, tolerance: number): void {
  const wanted = [expected.r, expected.g, expected.b];
  const error = data.reduce((worst, value, i) => Math.max(worst, Math.abs(value - wanted[i % 3]!)), 0);
  assert.ok(error <= tolerance, `largest difference ${error} of 255, allowed ${tolerance}`);
}

describe('the geometry of loadImage', () => {
  // EXIF 2.3, tag 0x0112: where the stored row 0 and column 0 lie; corners read top-left, top-right, bottom-left, bottom-right
  const upright = { 1: 'rgbw', 2: 'grwb', 3: 'wbgr', 4: 'bwrg', 5: 'rbgw', 6: 'brwg', 7: 'wgbr', 8: 'gwrb' };
  for (const [orientation, expected] of Object.entries(upright)) {
    test(`EXIF orientation ${orientation} is honoured`, async () => {
      const file = path.join(folder, `exif${orientation}.jpg`);
      await quarters()
        .withMetadata({ orientation: Number(orientation) })
        .jpeg({ quality: 100 })
        .toFile(file);
      assert.equal(await corners(file), expected);
    });
  }

  test('a picture of exactly the size is used as it is', async () => {
    const noise = Uint8Array.from({ length: 16 * 16 * 3 }, (_, i) => (i * 7919) % 256);
    const file = path.join(folder, 'exact.png');
    await sharp(noise, { raw: { width: 16, height: 16, channels: 3 } })
      .png()
      .toFile(file);
    assert.deepEqual(Uint8Array.from((await decodeImage(file, small)).data), noise);
  });

  test('the shorter side of a larger picture is scaled to 256/224 of the size, and the centre is cut out', async () => {
    const ramp = Uint8Array.from({ length: 360 * 180 * 3 }, (_, i) =>
      Math.round((255 * (Math.floor(i / 3) % 360)) / 359),
    );
    const file = path.join(folder, 'ramp.png');
    await sharp(ramp, { raw: { width: 360, height: 180, channels: 3 } })
      .png()
      .toFile(file);
    const { data } = await decodeImage(file, { height: 224, width: 224 });
    // 512 x 256 after scaling; column c of the crop shows the source at (c + 144 + 1/2) * 360/512 - 1/2
    for (const column of [0, 100, 223])
      assert.ok(Math.abs(data[3 * column]! - (255 * ((column + 144.5) * (360 / 512) - 0.5)) / 359) < 1.01);
  });

  test('any picture from 1 x 1 pixel gives the size that was asked for', async () => {
    const side = fc.integer({ min: 1, max: 90 });
    await fc.assert(
      fc.asyncProperty(side, side, side, side, async (width, height, cropWidth, cropHeight) => {
        const bytes = await plain(width, height).png().toBuffer();
        const pixels = await decodeImage(bytes, { width: cropWidth, height: cropHeight });
        assert.equal(pixels.data.length, cropWidth * cropHeight * 3);
        assertColour(pixels.data, red, 1);
      }),
      { numRuns: 40, seed: 1 },
    );
  });

  test('fine stripes become grey: scaling down does not alias', async () => {
    const stripes = Uint8Array.from({ length: 160 * 160 * 3 }, (_, i) => (Math.floor(i / 3) % 2 === 0 ? 0 : 255));
    const bytes = await sharp(stripes, { raw: { width: 160, height: 160, channels: 3 } })
      .png()
      .toBuffer();
    assertColour((await decodeImage(bytes, small)).data, { r: 127.5, g: 127.5, b: 127.5 }, 12);
  });
});

describe('the colours of loadImage', () => {
  test('transparency lies on white', async () => {
    const create = { width: 40, height: 40, channels: 4 as const, background: { ...red, alpha: 0.5 } };
    const expected = { r: 227.5, g: 142.5, b: 157.5 };
    for (const bytes of [
      await sharp({ create }).png().toBuffer(),
      await sharp({ create }).webp({ lossless: true }).toBuffer(),
    ])
      assertColour((await decodeImage(bytes, small)).data, expected, 2);
  });

  test('a CMYK JPEG comes out in its colours', async () => {
    const brown = { r: 150, g: 120, b: 90 };
    const bytes = await plain(40, 40, brown).toColourspace('cmyk').jpeg({ quality: 100 }).toBuffer();
    assert.equal((await sharp(bytes).metadata()).space, 'cmyk');
    assertColour((await decodeImage(bytes, small)).data, brown, 12);
  });

  test('a CMYK JPEG of another program, without a profile and inverted as Adobe does it, is red and not cyan', async () => {
    const { data } = await decodeImage(projectPath('lib', 'test', 'fixtures', 'cmyk.jpg'), small);
    // full magenta and yellow ink in the SWOP standard; profiles differ, but the opposite colour would be off by 200
    assertColour(data, { r: 237, g: 28, b: 36 }, 40);
  });

  test('an embedded profile is converted to sRGB', async () => {
    const bytes = await plain(40, 40).withIccProfile('p3').png().toBuffer();
    const stored = await sharp(bytes, { ignoreIcc: true }).raw().toBuffer();
    assert.ok(Math.abs(stored[0]! - red.r) > 5, 'the file holds the numbers of another colour space');
    assertColour((await decodeImage(bytes, small)).data, red, 2);
  });

  test('16 bits, greyscale and a palette are read at their brightness', async () => {
    const grey = { r: 90, g: 90, b: 90 };
    const deep = await plain(40, 40, grey).toColourspace('rgb16').png().toBuffer();
    assert.equal((await sharp(deep).metadata()).depth, 'ushort');
    const single = await plain(40, 40, grey).toColourspace('b-w').jpeg({ quality: 100 }).toBuffer();
    assert.equal((await sharp(single).metadata()).channels, 1);
    const indexed = await plain(40, 40, grey).png({ palette: true }).toBuffer();
    for (const bytes of [deep, single, indexed]) assertColour((await decodeImage(bytes, small)).data, grey, 2);
  });

  test('the first frame of an animation counts', async () => {
    const frames = [red, { r: 0, g: 255, b: 0 }].map((background) => ({
      create: { width: 40, height: 40, channels: 3 as const, background },
    }));
    const bytesOf = await Promise.all(frames.map((frame) => sharp(frame).png().toBuffer()));
    const bytes = await sharp(bytesOf, { join: { animated: true } })
      .webp({ lossless: true })
      .toBuffer();
    assert.equal((await sharp(bytes).metadata()).pages, 2);
    assertColour((await decodeImage(bytes, small)).data, red, 12);
  });
});

describe('a file that cannot be used', () => {
  test('names itself where it is missing, a folder or empty', async () => {
    const empty = path.join(folder, 'empty.jpg');
    await writeFile(empty, '');
    assert.equal(
      (await rejected(path.join(folder, 'none.jpg'))).message,
      `${path.join(folder, 'none.jpg')}: no such file`,
    );
    assert.equal((await rejected(folder)).message, `${folder}: is a folder`);
    assert.equal((await rejected(empty)).message, `${empty}: the file is empty`);
    assert.match((await rejected('/dev/null')).reason, /not a regular file/);
  });

  test('is refused where it is truncated, in each of the promised formats', async () => {
    const noise = sharp(
      Uint8Array.from({ length: 120 * 120 * 3 }, (_, i) => (i * 7919) % 251),
      { raw: { width: 120, height: 120, channels: 3 } },
    );
    for (const [format, bytes] of [
      ['jpg', await noise.clone().jpeg().toBuffer()],
      ['png', await noise.clone().png().toBuffer()],
      ['webp', await noise.clone().webp().toBuffer()],
    ] as const) {
      const file = path.join(folder, `cut.${format}`);
      await writeFile(file, bytes);
      await decodeImage(file, small);
      await truncate(file, Math.floor(bytes.length * 0.6));
      assert.equal((await rejected(file)).file, file);
    }
  });

  test('is refused where it is no image', async () => {
    assert.match(
      (await rejected(Buffer.from('a letter to my aunt'))).message,
      /^image: is no image: JPEG, PNG and WebP are read$/,
    );
  });

  test('is refused by its first bytes where it is of another format, whatever its name', async () => {
    const vector = Buffer.from(
      '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><rect width="9" height="9"/></svg>',
    );
    const [gif, tiff, avif] = await Promise.all([plain(9, 9).gif(), plain(9, 9).tiff(), plain(9, 9).avif()].map((one) => one.toBuffer())) as [Buffer, Buffer, Buffer]; // prettier-ignore
    const wave = Buffer.from('RIFF\0\0\0\0WAVEfmt ');
    for (const [format, bytes] of Object.entries({ vector, gif, tiff, avif })) {
      await sharp(bytes).metadata(); // sharp could read it
      const file = path.join(folder, `${format}.png`);
      await writeFile(file, bytes);
      assert.equal((await rejected(file)).reason, 'is no image: JPEG, PNG and WebP are read');
    }
    assert.match((await rejected(wave)).reason, /is no image/);
  });

  test('is refused with a reason, and a short one, whatever the decoder says', async () => {
    // an animated PNG (acTL) of no frames: the decoder's reason is empty
    const noFrames = Buffer.concat([
      Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'),
      chunk('IHDR', Buffer.from([0, 0, 0, 128, 0, 0, 0, 64, 8, 6, 0, 0, 0])),
      chunk('acTL', Buffer.alloc(8)),
      chunk('IEND', Buffer.alloc(0)),
    ]);
    assert.equal((await rejected(noFrames)).reason, 'the file is damaged (Input buffer has corrupt header)');
    // a JPEG without its start of scan (FFDA): the decoder says so twice, in more than 120 letters
    const jpeg = await plain(400, 400).jpeg().toBuffer();
    jpeg[jpeg.indexOf(Buffer.from([0xff, 0xda])) + 1] = 0xd9;
    const { reason } = await rejected(jpeg);
    assert.match(reason, /missing SOS marker.*\.\.\.$/);
    assert.equal(reason.length, 120);
  });

  test('is refused for absurd dimensions before a pixel is decoded', async () => {
    const jpeg = await plain(10, 10).jpeg().toBuffer();
    // baseline frame header: marker FFC0, length, precision, height, width
    const header = jpeg.indexOf(Buffer.from([0xff, 0xc0]));
    jpeg.writeUInt16BE(60_000, header + 5);
    jpeg.writeUInt16BE(50_000, header + 7);
    assert.match((await rejected(jpeg)).reason, /^is 50000 x 60000 pixels, at most 100 megapixels are read$/);
    assert.match((await rejected(await plain(1, 3000).png().toBuffer())).reason, /one side may be at most 100 times/);
  });

  test('with rubbish behind its end is still read', async () => {
    const file = path.join(folder, 'tail.jpg');
    await plain(40, 40).jpeg({ quality: 100 }).toFile(file);
    await appendFile(file, 'rubbish');
    assertColour((await decodeImage(file, small)).data, red, 3);
  });
});

describe('pictures as tensors', () => {
  test('loadImage gives [height, width, 3] in [0, 1] and leaks nothing', async () => {
    const bytes = await plain(40, 30).png().toBuffer();
    const before = tf.memory().numTensors;
    const image = await loadImage(bytes, { height: 10, width: 12 });
    assert.deepEqual(image.shape, [10, 12, 3]);
    assert.ok(Math.abs((await image.data())[0]! - 200 / 255) < 1e-6);
    image.dispose();
    assert.equal(tf.memory().numTensors, before);
  });

  test('savePicture writes what loadImage reads back, and no other file', async () => {
    const target = path.join(folder, 'new', 'picture.png');
    const picture = tf.tensor3d(
      Float32Array.from({ length: 48 }, (_, i) => i / 47),
      [4, 4, 3],
    );
    await savePicture(target, picture);
    const again = await loadImage(target, { height: 4, width: 4 });
    assert.ok((await picture.sub(again).abs().max().data())[0]! <= 0.5 / 255 + 1e-6);
    assert.deepEqual(await readdir(path.dirname(target)), ['picture.png']);
    tf.dispose([picture, again]);
  });

  test('toPng cuts off beyond [0, 1], and names a wrong picture', async () => {
    const stored = await sharp(await toPng(tf.tensor3d([-1, 0.5, 2], [1, 3, 1])))
      .toColourspace('b-w')
      .raw()
      .toBuffer();
    assert.deepEqual([...stored], [0, 128, 255]);
    assert.deepEqual(await toPng(tf.ones([1, 2, 2, 3])), await toPng(tf.ones([2, 2, 3])));
    await assert.rejects(toPng(tf.zeros([2, 2, 2, 3])), /picture must have the shape/);
    await assert.rejects(
      toPng(tf.zeros([2, 2, 4])),
      /picture must have the shape \[height, width, 1 or 3\], got \[2, 2, 4\]/,
    );
    await assert.rejects(toPng(tf.tensor3d([NaN], [1, 1, 1])), /picture must hold finite numbers, got NaN/);
  });
});
