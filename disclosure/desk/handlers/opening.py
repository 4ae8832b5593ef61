"""Opening the desk: the terminal's key for a cookie, and the token for a page of the site."""

from typing import Final

from disclosure.desk.handlers.base import Asking, Refusal
from disclosure.desk.handlers.pages import DeskPage

_FORBIDDEN: Final = 403
HOME: Final = "/-desk/"


class Open(DeskPage):
    """Exchanges the key for a session."""

    SUPPORTED_METHODS: tuple[str, ...] = ("GET",)

    def prepare(self) -> None:
        """Let everybody ask: the key is looked at, nothing else is shown."""

    def get(self) -> None:
        """Set the cookie and go to the start page; who has one goes there at once."""
        guard = self.desk.guard
        if guard.session_of(self.request) is None:
            if guard.refusal(self.request) == "desk.foreign":
                raise Refusal(_FORBIDDEN, self.desk.say("desk.foreign"))
            session = guard.admit(self.get_query_argument("key", ""))
            if session is None:
                raise Refusal(_FORBIDDEN, self.desk.say("desk.closed"))
            self.set_cookie(guard.cookie, session.name, path="/", httponly=True, samesite="Strict")
            # The key is used up; whoever needs the desk in another browser finds the next one.
            self.desk.serving.tell(self.desk.say("desk.address_again", address=guard.address))
        self.redirect(HOME, status=303)


class Token(Asking):
    """Tells pages of the site the token, and no page of another."""

    SUPPORTED_METHODS: tuple[str, ...] = ("GET",)

    def prepare(self) -> None:
        """Refuse who is not a page of our own."""
        if refused := self.desk.guard.refusal_of_token(self.request):
            raise Refusal(_FORBIDDEN, self.desk.say(refused))

    def get(self) -> None:
        """Send it."""
        session = self.desk.guard.session_of(self.request)
        self.answer(token=session.token if session else "")
