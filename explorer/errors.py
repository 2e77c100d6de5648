"""Every failure a user can meet, as a value with three parts.

A message that only says what went wrong leaves the reader stuck. Each error here names the thing
(a file, a model, a setting), the cause and the remedy, so that the window, the command line and
a notebook can all show the same sentence.
"""

from __future__ import annotations

import errno

from explorer.phrases import Phrase


class ExplorerError(Exception):
    """A failure that is reported, never a crash.

    Attributes:
        subject: the file, model or setting at fault, as the user would name it.
        cause: one clause saying what is wrong with it.
        remedy: one sentence saying what to do.
    """

    def __init__(self, subject: str, cause: str, remedy: str) -> None:
        self.subject = subject
        self.cause = cause
        self.remedy = remedy
        super().__init__(f"{subject}: {cause}. {remedy}")

    def __reduce__(self) -> tuple[type[ExplorerError], tuple[str, str, str]]:
        """Errors cross process borders (the reader of untrusted files runs in a child)."""
        return type(self), (self.subject, self.cause, self.remedy)


class FileMissing(ExplorerError):
    """A file or folder that was named does not exist or cannot be read."""


class FileDamaged(ExplorerError):
    """A file is truncated, malformed, or not what it claims to be."""


class FileRefused(ExplorerError):
    """A file is readable but opening it would break a promise (size, code, foreign paths)."""


class NotTrusted(ExplorerError):
    """Opening a file would run a program that it brings, and nobody said that it may."""


class ManifestError(ExplorerError):
    """A model.toml lacks a field, or a field has the wrong kind or value."""


class UnknownName(ExplorerError):
    """A model, class, scheduler or architecture that does not exist was asked for."""


class NotSupported(ExplorerError):
    """The model lacks the capability that was asked of it."""


class BadValue(ExplorerError):
    """A number, shape or image does not fit where it was given."""


class RunFailed(ExplorerError):
    """A network failed while running: out of memory, a fault in a runtime, not finite."""


class WriteFailed(ExplorerError):
    """A file could not be written (a full disk, no permission); nothing was replaced."""


class Cancelled(Exception):
    """Work stopped because its result is no longer wanted; what was computed is kept."""


_SYSTEM = {
    errno.ENOENT: Phrase("there is no such file or folder"),
    errno.ENOTDIR: Phrase("there is no such file or folder"),
    errno.EISDIR: Phrase("it is a folder"),
    errno.EEXIST: Phrase("a file of that name is in its place"),
    errno.EACCES: Phrase("its permissions do not allow it"),
    errno.EPERM: Phrase("its permissions do not allow it"),
    errno.EROFS: Phrase("the disk is read-only"),
    errno.ENOSPC: Phrase("the disk is full"),
    errno.EIO: Phrase("its disk cannot be read or written"),
    errno.ENAMETOOLONG: Phrase("its name is too long"),
    errno.ELOOP: Phrase("its links lead in a circle"),
    errno.EMFILE: Phrase("too many files are open"),
    errno.ENOMEM: Phrase("the memory is used up"),
}


def os_reason(error: OSError) -> Phrase:
    """Why the system refused a file, as a cause: the usual reasons in words of our own.

    The system's are in whatever language it has, or in English; rare ones are passed on.
    """
    usual = _SYSTEM.get(error.errno or 0)
    if usual is not None:
        return usual
    rare = error.strerror or str(error)
    return Phrase(rare) if rare else Phrase("the system does not say why")
