/** The defined scores of some images, sorted once so that each of many resamples comes out sorted in linear time. */
export class SortedScores {
  private readonly images: Uint32Array;
  private readonly scores: Float64Array;
  private readonly buffer: Float64Array;

  /** @param scores one for every image, NaN where it has none */
  constructor(scores: Float64Array) {
    this.images = Uint32Array.from(scores.keys())
      .filter((image) => !Number.isNaN(scores[image]))
      .sort((a, b) => scores[a]! - scores[b]!);
    this.scores = Float64Array.from(this.images, (image) => scores[image]!);
    this.buffer = new Float64Array(scores.length + 2);
  }

  /** Images with a score. */
  get count(): number {
    return this.scores.length;
  }

  /** All scores, ascending. */
  get all(): Float64Array {
    return this.scores;
  }

  /** The scores of a resample, ascending, given how often it holds each image. Valid until the next call. */
  pick(counts: Uint32Array): Float64Array {
    let end = 0;
    for (let rank = 0; rank < this.images.length; rank++) {
      const score = this.scores[rank]!;
      const times = counts[this.images[rank]!]!;
      // two are written in any case, more where needed: no branch to mispredict for nine images of ten, twice as fast
      this.buffer[end] = this.buffer[end + 1] = score;
      for (let i = 2; i < times; i++) this.buffer[end + i] = score;
      end += times;
    }
    return this.buffer.subarray(0, end);
  }
}
