/** Remembers, while this tab of the browser is open, how each phone is set and what was done on it. */

const MOST_ACTS = 200;

/** How a phone is set before anybody changes it. */
function asBought() {
  return {
    /** Chosen on the back of the phone; null is where its owner lives. */
    zone: null,
    platform: "android",
    version: "9.1",
    secureStore: true,
    showDeleted: false,
    faceDown: false,
    seized: false,
    /** The newest message seen before the phone was laid face down. */
    seenUpTo: 0,
    /** What stands on the lock screen, and how many notifications were withdrawn from it. */
    notes: [],
    withdrawn: 0,
    /** What was done on this phone: {at, what, officer}. */
    acts: [],
  };
}

/** The memory of one phone; every `set` is kept at once. */
export class Memory {
  constructor(bot, person) {
    this.place = `phone ${bot} ${person}`;
    this.kept = asBought();
    try {
      Object.assign(this.kept, JSON.parse(sessionStorage.getItem(this.place) ?? "{}"));
    } catch {
      // Unreadable or forbidden storage: the phone is as bought.
    }
  }

  get(name) {
    return this.kept[name];
  }

  set(changes) {
    Object.assign(this.kept, changes);
    keep(this.place, this.kept);
  }

  /** A phone that remembers what has not happened yet is of another town: it begins as bought. */
  forgetTheFuture(now) {
    const { acts, zone } = this.kept;
    if (acts.length && new Date(acts.at(-1).at) > now) this.set({ ...asBought(), zone });
  }

  /** Add to the list of what was done here; in somebody else's hands it is marked so. */
  note(what, at) {
    const act = { at: at.toISOString(), what, officer: this.kept.seized };
    this.set({ acts: [...this.kept.acts, act].slice(-MOST_ACTS) });
  }
}

/** The phones that somebody added to the row by hand: [{bot, person}]. */
export function addedPhones() {
  try {
    return JSON.parse(sessionStorage.getItem("added phones") ?? "[]");
  } catch {
    return [];
  }
}

export function rememberAdded(list) {
  keep("added phones", list);
}

function keep(place, value) {
  try {
    sessionStorage.setItem(place, JSON.stringify(value));
  } catch {
    // A full or forbidden storage costs no more than the memory of a reload.
  }
}
