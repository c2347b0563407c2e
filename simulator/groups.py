"""Groups and supergroups: who is in them, who runs them, what they may do."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

#: What an administrator of a supergroup may be allowed.
RIGHTS = (
    "can_manage_chat",
    "can_delete_messages",
    "can_manage_video_chats",
    "can_restrict_members",
    "can_promote_members",
    "can_change_info",
    "can_invite_users",
    "can_post_stories",
    "can_edit_stories",
    "can_delete_stories",
    "can_pin_messages",
    "can_manage_topics",
    "can_manage_tags",
    "is_anonymous",
)
#: What every administrator of a basic group may do.
BASIC_RIGHTS = frozenset(
    {
        "can_manage_chat",
        "can_delete_messages",
        "can_manage_video_chats",
        "can_restrict_members",
        "can_change_info",
        "can_invite_users",
        "can_pin_messages",
        "can_manage_tags",
    }
)
#: What a member may do where nobody has said otherwise.
PERMISSIONS = (
    "can_send_messages",
    "can_send_audios",
    "can_send_documents",
    "can_send_photos",
    "can_send_videos",
    "can_send_video_notes",
    "can_send_voice_notes",
    "can_send_polls",
    "can_send_other_messages",
    "can_add_web_page_previews",
    "can_change_info",
    "can_invite_users",
    "can_pin_messages",
    "can_manage_topics",
    "can_edit_tag",
    "can_react_to_messages",
)


@dataclass(frozen=True, slots=True)
class Admin:
    """An administrator: their rights, who made them one, and their title."""

    rights: frozenset[str]
    by: int | None = None
    title: str = ""


@dataclass(frozen=True, slots=True)
class Held:
    """Permissions taken from a member until a moment, in seconds since 1970; 0 is for ever."""

    permissions: Mapping[str, bool]
    until: int = 0


@dataclass(frozen=True, slots=True)
class Link:
    """A link by which people join."""

    url: str
    #: The bot that made it.
    by: int
    name: str = ""
    expire_date: int = 0
    member_limit: int = 0
    asks: bool = False
    primary: bool = False
    revoked: bool = False
    #: Who joined by it.
    joined: frozenset[int] = frozenset()


@dataclass(frozen=True, slots=True)
class Group:
    """A group; `id` is negative, and `migrated_to` is the supergroup it has become."""

    id: int
    title: str
    type: str = "group"
    members: frozenset[int] = frozenset()
    migrated_to: int | None = None
    migrated_from: int | None = None
    owner: int | None = None
    #: Administrators, people and bots, by their ids.
    admins: Mapping[int, Admin] = field(default_factory=dict)
    #: Until when somebody is banned, in seconds since 1970; 0 is for ever.
    banned: Mapping[int, int] = field(default_factory=dict)
    held: Mapping[int, Held] = field(default_factory=dict)
    #: What its members may do.
    permissions: Mapping[str, bool] = field(
        default_factory=lambda: dict.fromkeys(PERMISSIONS, True)
    )
    description: str = ""
    links: tuple[Link, ...] = ()
    #: Who asked to join, by the link they used.
    asking: Mapping[int, str] = field(default_factory=dict)
    #: The ids by which bots fetch its picture: small and big.
    photo: tuple[str, str] | None = None

    @property
    def is_super(self) -> bool:
        """Tell whether it is a supergroup."""
        return self.type == "supergroup"

    def as_chat(self) -> dict[str, Any]:
        """Show it as a `Chat`."""
        return {"id": self.id, "type": self.type, "title": self.title}
