"""The one thread that owns the device, and the requests it serves."""

from explorer.sampling.cache import Cache
from explorer.sampling.engine import JOB, PREVIEW, Engine, Result
from explorer.sampling.frames import Frame
from explorer.sampling.requests import Context, Request

__all__ = ["JOB", "PREVIEW", "Cache", "Context", "Engine", "Frame", "Request", "Result"]
