/**
 * A TensorFlow wheel on PyPI. The wheel for any one Python will do: nothing of Python is taken from it.
 * @typedef {{ name: string, requirements: string, platform: string, megabytes: number, libraries: string[] }} Wheel
 */

const version = '2.21.0';

/** linux-x64 is tested; the other two are expected to work. TensorFlow has no wheel for Intel Macs since 2.17. */
const wheels = {
  'linux-x64': {
    requirements: `tensorflow-cpu==${version} --hash=sha256:2b847d217b02ee7731ed91431daf3250daa0196c3c94614d23be27232e6e5b6c`,
    platform: 'manylinux_2_27_x86_64',
    megabytes: 274,
  },
  'linux-arm64': {
    requirements: `tensorflow==${version} --hash=sha256:4b24aca16d527a3cf1c37f720c04c484c3d20f4d0fdfa98632ac8b9f3be6eb5c`,
    platform: 'manylinux_2_27_aarch64',
    megabytes: 282,
  },
  'darwin-arm64': {
    requirements: `tensorflow==${version} --hash=sha256:51f46f4806139d01fc7920cc72a4c75876f80649bf40ff083ab6212ceb43ca88`,
    platform: 'macosx_12_0_arm64',
    megabytes: 223,
  },
};

/**
 * The wheel for this machine.
 * @returns {Wheel | undefined} undefined where there is none
 */
export function wheelFor(system = `${process.platform}-${process.arch}`) {
  if (!(system in wheels)) return undefined;
  const libraries = ['cc', 'framework'].map(
    (part) => `libtensorflow_${part}.${system.startsWith('darwin') ? '2.dylib' : 'so.2'}`,
  );
  return { ...wheels[/** @type {keyof typeof wheels} */ (system)], libraries, name: `tensorflow-${version}-${system}` };
}
