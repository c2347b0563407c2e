/** Opens the page: the desk around, the phones in the middle, one connection for both. */

import * as api from "./api.js";
import * as desk from "./desk.js";
import * as phones from "./phones.js";

desk.mount(document.body, { api });
phones.mount(document.querySelector("#phones"), { api });
