/**
 * A loader that loads each thing once. A load that fails is not remembered: a disk or a file server that hiccups once does no lasting harm.
 *
 * @param load by name
 */
export function remembered<T>(load: (name: string) => Promise<T>): (name: string) => Promise<T> {
  const loaded = new Map<string, Promise<T>>();
  return (name) => {
    const known = loaded.get(name);
    if (known) return known;
    const fresh = load(name);
    loaded.set(name, fresh);
    fresh.catch(() => loaded.delete(name));
    return fresh;
  };
}
