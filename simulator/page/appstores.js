/** The stores of a Mini App: on the device, in its secure part, and in Telegram's cloud. */

/** Event of the app -> [store, act, event that answers, event that fails]. */
const EVENTS = {
  web_app_device_storage_save_key: ["device", "save", "device_storage_key_saved"],
  web_app_device_storage_get_key: ["device", "get", "device_storage_key_received"],
  web_app_device_storage_clear: ["device", "clear", "device_storage_cleared"],
  web_app_secure_storage_save_key: ["secure", "save", "secure_storage_key_saved"],
  web_app_secure_storage_get_key: ["secure", "get", "secure_storage_key_received"],
  web_app_secure_storage_restore_key: ["secure", "restore", "secure_storage_key_restored"],
  web_app_secure_storage_clear: ["secure", "clear", "secure_storage_cleared"],
};

/** Do what a storage event asks; gives the [event, data] to post back. */
export async function keepKey(api, launch, type, data, secureStore) {
  const [store, act, done] = EVENTS[type];
  const { req_id } = data;
  if (store === "secure" && !secureStore) {
    return ["secure_storage_failed", { req_id, error: "UNSUPPORTED" }];
  }
  const answer = await ask(api, { launch, store, act, key: data.key, value: data.value });
  if (answer.error) return [`${store}_storage_failed`, { req_id, error: answer.error }];
  if (act === "save" || act === "clear") return [done, { req_id }];
  const { value = null, can_restore } = answer;
  return [done, { req_id, value, ...(can_restore === undefined ? {} : { can_restore }) }];
}

/** The methods of the cloud store, as the official script calls them: [act, what is its result]. */
const CLOUD = {
  saveStorageValue: ["save", () => true],
  getStorageValues: ["get", ({ values }) => values],
  deleteStorageValues: ["remove", () => true],
  getStorageKeys: ["keys", ({ keys }) => keys],
};

/** Answer a custom method: the cloud store is the one that every client knows. */
export async function customMethod(api, launch, { req_id, method, params }) {
  if (!(method in CLOUD)) return ["custom_method_invoked", { req_id, error: "UNKNOWN_METHOD" }];
  const [act, result] = CLOUD[method];
  const { key, keys, value } = params ?? {};
  const answer = await ask(api, { launch, store: "cloud", act, key: keys ?? key, value });
  const told = answer.error ? { error: answer.error } : { result: result(answer) };
  return ["custom_method_invoked", { req_id, ...told }];
}

async function ask(api, given) {
  try {
    return await api.tell("storage", given);
  } catch (problem) {
    return { error: problem.message };
  }
}
