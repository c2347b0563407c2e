// Keeps the little that may stay on the phone: in the host's stores, or not at all.
//
//   mixed   whether the digits are shuffled
//   own     a reader's key: open in the secure store, locked by words in the other one
//   seen    marks of whose keys were sealed to before, to show which are new; they name nobody
//   left    sealed parts that wait for the next opening

const NAMES = { mixed: "m", own: "o", seen: "s", left: "l" };

export function openKeeping(host) {
  const usable = host.present && host.keeps;
  const read = async (store, name) => {
    if (!usable) return null;
    return (await host.read(store, NAMES[name]))?.value || null;
  };
  const write = async (store, name, value) => {
    if (!usable) return false;
    return (await host.write(store, NAMES[name], value)) !== null;
  };
  return {
    /** Returns whether the phone keeps things between two openings; asks it, once. */
    works: once(() => (usable ? host.read("device", NAMES.left).then(Boolean) : false)),
    read: (name) => read("device", name),
    write: (name, value) => write("device", name, value),
    /** A host forgets what is kept when it is told to keep null. */
    drop: (name) => write("device", name, null),
    readSecure: (name) => read("secure", name),
    /** Says true only when what was written can be read again. */
    async writeSecure(name, value) {
      return (await write("secure", name, value)) && (await read("secure", name)) === value;
    },
  };
}

function once(act) {
  let result = null;
  return () => (result ??= Promise.resolve(act()));
}
