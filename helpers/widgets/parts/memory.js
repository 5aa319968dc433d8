/** What a reader typed, kept in this browser over a reload, and sent nowhere. */

/** @param {string} key the widget's `key`, unique in its page; "" keeps nothing */
const slot = (key) => `cnn-by-hand:${location.pathname}:${key}`;

/**
 * @template T
 * @param {string} key
 * @param {T} fallback what to return where nothing was kept, or what was kept cannot be read
 * @returns {T}
 */
export function recall(key, fallback) {
  if (!key) return fallback;
  try {
    const text = localStorage.getItem(slot(key));
    return text === null ? fallback : JSON.parse(text);
  } catch {
    return fallback; // storage is off, or holds something that is not ours
  }
}

/** @param {string} key @param {any} value */
export function keep(key, value) {
  if (!key) return;
  try {
    localStorage.setItem(slot(key), JSON.stringify(value));
  } catch {
    // storage is off or full: the widget works on, it only forgets
  }
}

/** @param {string} key */
export function forget(key) {
  try {
    localStorage.removeItem(slot(key));
  } catch {
    // as above
  }
}
