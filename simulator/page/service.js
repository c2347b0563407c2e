/** Tells the service messages of a chat: what was pinned, handed over, who came and went. */

import { inWords } from "./media.js";

const LONGEST_QUOTE = 40;

/** The words of a service message as the person reads it, or "" for an ordinary message. */
export function serviceWords(more, botName) {
  if (more.web_app_data) {
    return `Data from the “${more.web_app_data.button_text}” button was transferred to the bot.`;
  }
  if (more.pinned_message) return `${botName} pinned ${quoted(more.pinned_message)}`;
  if (more.write_access_allowed) return "You allowed this bot to message you.";
  if (more.message_auto_delete_timer_changed) {
    const seconds = more.message_auto_delete_timer_changed.message_auto_delete_time;
    return seconds ? `Messages now delete after ${span(seconds)}` : "Auto-delete is off";
  }
  if (more.new_chat_members) return `${names(more.new_chat_members)} joined the group`;
  if (more.left_chat_member) return `${names([more.left_chat_member])} left the group`;
  if (more.new_chat_title) return `The group is now called “${more.new_chat_title}”`;
  if (more.group_chat_created || more.supergroup_chat_created) return "The group was created";
  if (more.migrate_to_chat_id || more.migrate_from_chat_id) return "The group became a supergroup";
  if (more.users_shared) return "You shared people with the bot";
  if (more.chat_shared) return "You shared a chat with the bot";
  return "";
}

/** A message in a few words: its text, or what it carries. */
export function brief(message) {
  return message.text || message.caption || inWords(message.more ?? message) || "Message";
}

function quoted(message) {
  const words = brief(message);
  return words.length > LONGEST_QUOTE ? `“${words.slice(0, LONGEST_QUOTE)}…”` : `“${words}”`;
}

function names(people) {
  return people.map((one) => [one.first_name, one.last_name].filter(Boolean).join(" ")).join(", ");
}

function span(seconds) {
  if (seconds % 86_400 === 0) return `${seconds / 86_400} d`;
  return seconds % 3_600 === 0 ? `${seconds / 3_600} h` : `${Math.round(seconds / 60)} min`;
}
