import { readSafetensors, writeSafetensors } from '../../files/tensors/safetensors';
import type { StoredTensor } from '../../files/tensors/StoredTensor';
import type { AdamOptions } from '../../optimizers/adam';
import type { Mask } from '../../representations/Representation';
import * as tf from '../../tensorflow/tf';
import type { IterationRecord } from './IterationRecord';
import type { VariantName } from './options/Method';
import { type MethodOptions } from './options/MethodOptions';

/** What an explanation says besides its tensors: plain JSON. */
export interface ExplanationFacts {
  /** Rows 0..T-1, row t before update t. */
  readonly history: readonly IterationRecord[];
  readonly method: string;
  readonly variant: VariantName;
  readonly options: MethodOptions;
  readonly optimizer: Readonly<Required<AdamOptions>>;
  readonly initializer: string;
  readonly classifier: string;
  /** The explained class and its name. */
  readonly target: number;
  readonly label: string;
  /** φ_c(x), the probability of that class for the whole image. */
  readonly probability: number;
  readonly seed: number;
  readonly samples: number;
  /** T, as asked for: the history is shorter where a signal stopped it. */
  readonly iterations: number;
  /** Of the programs that computed it. */
  readonly versions: Readonly<Record<string, string>>;
}

export interface ExplanationTensors {
  /** The explained image, `[height, width, 3]` in [0, 1]. */
  readonly image: tf.Tensor3D;
  /** After T updates, one more than the last row of the history. */
  readonly mask: Mask;
  /** The greyscale of what the mask keeps, `[height, width, 1]`. */
  readonly picture: tf.Tensor3D;
}

const FORMAT = 'startgrad-explanation-1';

/** The result of one optimisation. Its tensors belong to it: `dispose` frees them. */
export class Explanation {
  readonly image: tf.Tensor3D;
  readonly mask: Mask;
  readonly picture: tf.Tensor3D;

  constructor(
    { image, mask, picture }: ExplanationTensors,
    readonly facts: ExplanationFacts,
  ) {
    [this.image, this.mask, this.picture] = [image, mask, picture];
  }

  get history(): readonly IterationRecord[] {
    return this.facts.history;
  }

  /** Writes everything to one safetensors file, whole or not at all. */
  async save(path: string): Promise<void> {
    const tensors = {
      image: this.image,
      picture: this.picture,
      ...Object.fromEntries(this.mask.map((m, i) => [`mask.${i}`, m])),
    };
    const stored = Object.entries(tensors).map(([name, tensor]): [string, StoredTensor] => [
      name,
      { dtype: 'F32', shape: tensor.shape, data: tensor.dataSync() },
    ]);
    await writeSafetensors(path, Object.fromEntries(stored), { format: FORMAT, facts: JSON.stringify(this.facts) });
  }

  /**
   * Reads what `save` wrote.
   *
   * @throws if the file is not an explanation; the message names it
   */
  static async load(path: string): Promise<Explanation> {
    const { tensors, metadata } = await readSafetensors(path);
    if (metadata.format !== FORMAT || !metadata.facts || !tensors.image || !tensors.picture || !tensors['mask.0'])
      throw new Error(
        `${path} is not an explanation: format must be ${FORMAT}, got ${JSON.stringify(metadata.format)}`,
      );
    const tensor = ({ data, shape }: StoredTensor): tf.Tensor => tf.tensor(data as Float32Array, [...shape]);
    const scales = Object.keys(tensors).filter((name) => name.startsWith('mask.')).length;
    return new Explanation(
      {
        image: tensor(tensors.image) as tf.Tensor3D,
        picture: tensor(tensors.picture) as tf.Tensor3D,
        mask: Array.from({ length: scales }, (_, scale) => tensor(tensors[`mask.${scale}`]!)),
      },
      JSON.parse(metadata.facts) as ExplanationFacts,
    );
  }

  dispose(): void {
    tf.dispose([this.image, this.picture, ...this.mask]);
  }
}
