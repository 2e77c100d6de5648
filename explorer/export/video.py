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
    from av import VideoFrame
    from av.container import OutputContainer
    from av.video.stream import VideoStream

# Constant quality: at 14 a picture is hard to tell from its original; 23 is x264's own choice.
_QUALITY, _PRESET = "14", "veryfast"
# The same bytes on every processor; and no motion of parts of a pixel, no search for where frames
# may lean on later ones, no blocks below 16 pixels but moved ones: on films of latents, whose
# pictures hardly move, that halves the packing and costs neither size nor 0.1 dB.
_PARAMETERS = "cpu-independent=1:subme=0:b-adapt=0:partitions=p8x8"
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
        canvas: _Canvas | None = None
        # One for the whole film, on this thread: a frame's own starts threads, which takes ten
        # times as long as packing the frame.
        convert = VideoReformatter().reformat
        for index, picture in enumerate(prepared(frames, options)):
            if canvas is None:
                canvas = _Canvas(picture)
                stream = _stream(film, canvas.frame, options)
            canvas.draw(picture)
            frame = convert(canvas.frame, format="yuv420p", dst_colorspace=_BT709, threads=1)
            frame.pts = index
            film.mux(stream.encode(frame))
        if canvas is not None:
            film.mux(stream.encode())


def _stream(film: OutputContainer, frame: VideoFrame, options: Options) -> VideoStream:
    height, width = frame.height, frame.width
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


class _Canvas:
    """One RGB frame for the whole film, with an even width and height, as 4:2:0 needs.

    Making a frame of an array takes five times as long as copying the array into one.
    """

    def __init__(self, picture: Bytes) -> None:
        from av import VideoFrame

        height, width = (side + side % 2 for side in picture.shape[:2])
        self.frame = VideoFrame(width, height, "rgb24")
        plane = self.frame.planes[0]
        rows = np.frombuffer(plane, np.uint8).reshape(height, plane.line_size)  # type: ignore[call-overload]  # its stubs lack the buffer
        self._pixels = rows[:, : width * 3].reshape(height, width, 3)

    def draw(self, picture: Bytes) -> None:
        """In place of what was there; an edge is repeated where one is odd."""
        height, width, channels = picture.shape
        if channels == 4:  # a film has no clear pixels: mid-grey, as behind pictures in the window
            alpha = picture[..., 3:].astype(np.uint16)
            mixed = picture[..., :3] * alpha + np.uint16(0x77) * (255 - alpha)
            picture = (mixed // 255).astype(np.uint8)
        pixels = self._pixels
        pixels[:height, :width] = picture
        pixels[height:, :width] = pixels[height - 1 : height, :width]
        pixels[:, width:] = pixels[:, width - 1 : width]


MP4 = Writer(".mp4", "MP4 film", True, _write)
