"""MP4 films in H.264, which every player and every page shows.

The same pictures are the same bytes everywhere. One thread packs, since with more x264 decides a
little differently from machine to machine; and `cpu-independent` keeps it to what every processor
computes alike, without which it reads memory nobody wrote on those with AVX-512. A frame's time is
its number, so that a slow machine writes the same film later. Colours are halved in resolution
(4:2:0), as players ask; at twice the size or more nothing of a picture is lost by it.
"""

from __future__ import annotations

from fractions import Fraction
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from explorer.errors import BadValue, NotSupported
from explorer.export.base import Bytes, Frames, Options, Writer, prepared
from explorer.export.inside import mp4_comment

if TYPE_CHECKING:
    from av.container import OutputContainer
    from av.video.stream import VideoStream

# Constant quality: at 14 a picture is hard to tell from its original; 23 is x264's own choice.
_QUALITY, _PRESET = "14", "veryfast"
# The same bytes on every processor; and neither motion of parts of a pixel nor a search for where
# frames may lean on later ones: on films of latents, whose pictures hardly move, that halves the
# packing and costs no size.
_PARAMETERS = "cpu-independent=1:subme=0:b-adapt=0"
_LARGEST = 8192
# ITU-T H.273: BT.709 primaries, transfer and matrix, and the range of video (16 to 235).
_BT709, _VIDEO_RANGE = 1, 1


def _write(frames: Frames, path: Path, options: Options) -> None:
    try:
        import av
        from av.video.reformatter import VideoReformatter
    except ImportError as error:
        cause = "PyAV is not installed"
        raise NotSupported("MP4", cause, "Install the package av, or save a WebP film.") from error

    with av.open(path, "w", format="mp4", options={"movflags": "+faststart"}) as film:
        if options.recipe is not None:
            film.metadata["comment"] = mp4_comment(options.recipe)
        stream: VideoStream | None = None
        # One for the whole film, on this thread: a frame's own starts threads, which takes ten
        # times as long as packing the frame.
        convert = VideoReformatter().reformat
        for index, picture in enumerate(prepared(frames, options)):
            even = _even(picture)
            if stream is None:
                stream = _stream(film, even, options)
            frame = av.VideoFrame.from_ndarray(even, format="rgb24")
            frame = convert(frame, format="yuv420p", dst_colorspace=_BT709, threads=1)
            frame.pts = index
            film.mux(stream.encode(frame))
        if stream is not None:
            film.mux(stream.encode())


def _stream(film: OutputContainer, picture: Bytes, options: Options) -> VideoStream:
    height, width = picture.shape[:2]
    if max(height, width) > _LARGEST:
        cause = f"{width} x {height} pixels are more than players show"
        raise BadValue("pictures", cause, "Choose a smaller size, or another format.")
    stream = film.add_stream("libx264", rate=Fraction(options.rate).limit_denominator(1001))
    stream.width, stream.height, stream.pix_fmt = width, height, "yuv420p"
    stream.options = {"preset": _PRESET, "crf": _QUALITY, "x264-params": _PARAMETERS}
    context = stream.codec_context
    context.thread_count = 1
    context.color_primaries = context.color_trc = context.colorspace = _BT709
    context.color_range = _VIDEO_RANGE
    return stream


def _even(picture: Bytes) -> Bytes:
    """RGB with an even width and height, as 4:2:0 needs; an edge is repeated where one is odd."""
    height, width, channels = picture.shape
    if channels == 4:  # a film has no clear pixels: mid-grey, as behind pictures in the window
        alpha = picture[..., 3:].astype(np.uint16)
        mixed = picture[..., :3] * alpha + np.uint16(0x77) * (255 - alpha)
        picture = (mixed // 255).astype(np.uint8)
    elif channels == 1:
        picture = picture.repeat(3, axis=2)
    if height % 2 or width % 2:
        picture = np.pad(picture, ((0, height % 2), (0, width % 2), (0, 0)), "edge")
    return np.ascontiguousarray(picture)


MP4 = Writer(".mp4", "MP4 film", True, _write)
