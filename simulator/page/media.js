/** Shows what a message carries besides text: files, pictures, voices, places, contacts. */

import { el } from "./nodes.js";
import { icon } from "./icons.js";

/** Where the bytes of a file are. */
export function fileAddress(bot, fileId) {
  return `/control/file?${new URLSearchParams({ bot, file_id: fileId })}`;
}

/** The nodes for all that `more` of a message carries. */
export function attachments(more, bot) {
  const nodes = [];
  if (more.photo?.length) nodes.push(photo(more.photo.at(-1), bot));
  if (more.voice) nodes.push(sound(more.voice, "Voice message", bot));
  if (more.audio) nodes.push(sound(more.audio, more.audio.title || "Audio", bot));
  for (const kind of ["video", "video_note", "animation"]) {
    if (more[kind]) nodes.push(film(more[kind], bot));
  }
  if (more.document && !more.animation) nodes.push(file(more.document, bot));
  if (more.sticker) nodes.push(el("p", { class: "sticker" }, more.sticker.emoji ?? "Sticker"));
  const place = more.venue?.location ?? more.location;
  if (place) nodes.push(location(place, more.venue));
  if (more.contact) nodes.push(contact(more.contact));
  if (more.poll) nodes.push(poll(more.poll));
  return nodes;
}

/** In a few words what `more` carries, as a notification or a quote says it; "" for nothing. */
export function inWords(more) {
  if (more.photo) return "Photo";
  if (more.voice) return "Voice message";
  if (more.audio) return more.audio.title || "Audio";
  if (more.video || more.video_note) return "Video";
  if (more.animation) return "GIF";
  if (more.document) return more.document.file_name || "File";
  if (more.sticker) return `${more.sticker.emoji ?? ""} Sticker`.trim();
  if (more.venue) return more.venue.title;
  if (more.location) return more.location.live_period ? "Live location" : "Location";
  if (more.contact) return `Contact: ${more.contact.first_name}`;
  if (more.poll) return `Poll: ${more.poll.question}`;
  return "";
}

/** A number of bytes as people write it. */
export function size(bytes) {
  if (!bytes) return "";
  if (bytes < 1024) return `${bytes} B`;
  if (bytes < 1024 * 1024) return `${(bytes / 1024).toFixed(1)} KB`;
  return `${(bytes / 1024 / 1024).toFixed(1)} MB`;
}

function photo(one, bot) {
  const props = { class: "photo", src: fileAddress(bot, one.file_id), alt: "Photo" };
  return el("img", { ...props, width: one.width, height: one.height, loading: "lazy" });
}

function sound(one, name, bot) {
  const length = one.duration ? `${name}, ${minutes(one.duration)}` : name;
  const src = fileAddress(bot, one.file_id);
  const player = el("audio", { controls: true, preload: "none", src, "aria-label": length });
  return el("div", { class: "sound" }, player, el("small", {}, length));
}

function film(one, bot) {
  const src = fileAddress(bot, one.file_id);
  return el("video", { class: "film", controls: true, preload: "none", src });
}

function file(one, bot) {
  const name = one.file_name || "File";
  const words = el(
    "span",
    {},
    el("b", { dir: "auto" }, name),
    el("small", {}, size(one.file_size)),
  );
  const props = { class: "file", href: fileAddress(bot, one.file_id), download: name };
  return el("a", props, el("span", { class: "disc" }, icon("file")), words);
}

function location(place, venue) {
  const where = `${place.latitude.toFixed(5)}, ${place.longitude.toFixed(5)}`;
  const title = venue?.title ?? (place.live_period ? "Live location" : "Location");
  const words = el("span", {}, el("b", { dir: "auto" }, title), el("small", { dir: "ltr" }, where));
  return el("div", { class: "place" }, el("span", { class: "disc" }, icon("place")), words);
}

function contact(one) {
  const name = [one.first_name, one.last_name].filter(Boolean).join(" ");
  const words = el("span", {}, el("b", { dir: "auto" }, name));
  words.append(el("small", { dir: "ltr" }, one.phone_number));
  return el("div", { class: "place" }, el("span", { class: "disc" }, icon("phone")), words);
}

function poll(one) {
  const options = one.options.map((option) => el("li", { dir: "auto" }, option.text));
  return el(
    "div",
    { class: "poll" },
    el("b", { dir: "auto" }, one.question),
    el("ul", {}, options),
  );
}

function minutes(seconds) {
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;
}
