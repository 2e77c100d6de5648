<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>Failures</name>
    <message>
        <location filename="../../explorer/formats/jsons.py"/>
        <source>A configuration is a short text.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/formats/manifest.py"/>
        <source>A manifest is a short text.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/library.py"/>
        <source>A {0} has none.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/library.py"/>
        <source>A {0} needs it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/latent/paths.py"/>
        <source>Add at least two key frames.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/latent/paths.py"/>
        <source>Ask for at least one frame.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/export/base.py"/>
        <location filename="../../explorer/export/sheet.py"/>
        <source>Ask for at least one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/latent/paths.py"/>
        <source>Ask for at least two frames.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/latent/space.py"/>
        <source>Ask for zero or more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/formats/archive.py"/>
        <source>At most {0} make sense there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/formats/archive.py"/>
        <source>At most {0} make sense.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/formats/contents.py"/>
        <location filename="../../explorer/formats/safetensors.py"/>
        <source>At most {0}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/families/trajectory.py"/>
        <source>Branch at a computed step.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/session/tree.py"/>
        <source>Branch at a step that was computed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/library.py"/>
        <source>Bundled are: {0}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/session/tree.py"/>
        <source>Change its settings instead.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/formats/inert/layouts.py"/>
        <source>Check its name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/formats/jsons.py"/>
        <source>Check the folder is complete.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/analysis/directions.py"/>
        <location filename="../../explorer/formats/checkpoints.py"/>
        <location filename="../../explorer/formats/picture.py"/>
        <location filename="../../explorer/formats/safetensors.py"/>
        <location filename="../../explorer/formats/source.py"/>
        <location filename="../../explorer/session/container.py"/>
        <source>Check the name and permissions.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/library.py"/>
        <source>Check the name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/export/gif.py"/>
        <location filename="../../explorer/export/video.py"/>
        <location filename="../../explorer/export/webp.py"/>
        <source>Choose a smaller size, or another format.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/bench/__init__.py"/>
        <source>Choose another place.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/session/state.py"/>
        <source>Choose another run.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/session/plan.py"/>
        <source>Choose four pictures first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/training/__main__.py"/>
        <location filename="../../explorer/training/recipes/__init__.py"/>
        <source>Choose from {0}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/analysis/around.py"/>
        <source>Choose two dimensions.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/sampling/engine.py"/>
        <source>Close other models or programs, or ask for fewer pictures.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/formats/inert/guard.py"/>
        <source>Close other programs and open it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/tour.py"/>
        <source>Close other programs and try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/bench/__init__.py"/>
        <location filename="../../explorer/bench/stage.py"/>
        <source>Close other programs.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/ui/clipboard.py"/>
        <source>Copy as Python instead.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/formats/onnx.py"/>
        <source>Copy both files again, together.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/formats/onnx.py"/>
        <source>Copy it beside {0}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/session/share.py"/>
        <source>Copy one with Copy as latent.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/formats/jsons.py"/>
        <source>Copy the folder with its files.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/formats/diffusers.py"/>
        <location filename="../../explorer/formats/pythae.py"/>
        <source>Copy the whole folder.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/runtimes/torch_network.py"/>
        <source>Correct architecture and settings in model.toml, or restore the file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/formats/archive.py"/>
        <location filename="../../explorer/formats/diffusers.py"/>
        <location filename="../../explorer/formats/inert/guard.py"/>
        <location filename="../../explorer/formats/jsons.py"/>
        <location filename="../../explorer/formats/onnx.py"/>
        <location filename="../../explorer/formats/onnx_graph.py"/>
        <location filename="../../explorer/formats/protobuf.py"/>
        <source>Do not trust it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/formats/checkpoints.py"/>
        <location filename="../../explorer/formats/diffusers.py"/>
        <location filename="../../explorer/formats/inert/guard.py"/>
        <location filename="../../explorer/formats/inert/layouts.py"/>
        <location filename="../../explorer/formats/jsons.py"/>
        <location filename="../../explorer/formats/recognise.py"/>
        <location filename="../../explorer/formats/source.py"/>
        <source>Download it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/formats/contents.py"/>
        <location filename="../../explorer/formats/inert/machine.py"/>
        <source>Download it again; if that does not help, ask whoever made it to save it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/formats/safetensors.py"/>
        <source>Download or export the file again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/formats/archive.py"/>
        <source>Download or save the file again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/formats/onnx.py"/>
        <source>Export it again with opset_version={0}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/formats/onnx.py"/>
        <source>Export it again with standard operators only.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/formats/exported.py"/>
        <source>Export it again with torch.export, or save its state dict.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/formats/onnx.py"/>
        <source>Export it again without it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/formats/onnx.py"/>
        <location filename="../../explorer/formats/onnx_numbers.py"/>
        <location filename="../../explorer/runtimes/onnx.py"/>
        <source>Export it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/formats/protobuf.py"/>
        <source>Export or download again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/training/shipping.py"/>
        <source>Export with another version of torch or onnxscript.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/training/data.py"/>
        <source>Fetch it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/session/autosave.py"/>
        <source>Free some space or allow writing there; until then nothing is autosaved.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/export/base.py"/>
        <location filename="../../explorer/formats/picture.py"/>
        <source>Give (H, W, 1, 3 or 4).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/training/data.py"/>
        <source>Give --data the folder that holds digits.npz (arrays train_images (N, 28, 28) uint8, train_labels, test_images, test_labels, as MNIST has them).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/session/container.py"/>
        <source>Give a .lsx file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/formats/inert/guard.py"/>
        <source>Give a checkpoint.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/analysis/directions.py"/>
        <source>Give a file that ends in {0}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/formats/manifest.py"/>
        <source>Give a folder that holds a {0}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/library.py"/>
        <source>Give a folder with a {0}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/formats/recognise.py"/>
        <source>Give a model&apos;s folder, or a file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/library.py"/>
        <source>Give a model&apos;s folder.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/session/share.py"/>
        <source>Give a picture saved here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/session/files.py"/>
        <source>Give a {0} file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/latent/space.py"/>
        <source>Give an array of ({0}).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/families/base.py"/>
        <location filename="../../explorer/latent/space.py"/>
        <source>Give an array.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/tour.py"/>
        <source>Give another folder.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/formats/picture.py"/>
        <source>Give height * width * channels.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/networks/__init__.py"/>
        <source>Give it the keyword arguments of {0}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/analysis/directions.py"/>
        <source>Give numbers, not all of them zero.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/latent/space.py"/>
        <source>Give one a dimension, or none.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/latent/paths.py"/>
        <source>Give one a key.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/analysis/attributes.py"/>
        <source>Give one a latent.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/latent/paths.py"/>
        <source>Give one a segment.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/latent/timing.py"/>
        <source>Give one a step.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/families/base.py"/>
        <source>Give one of {0}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/export/base.py"/>
        <location filename="../../explorer/latent/paths.py"/>
        <source>Give one shape.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/latent/space.py"/>
        <source>Give sizes above zero.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/training/loop.py"/>
        <source>Give that seed, or another --out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/analysis/attributes.py"/>
        <source>Give {0} of each at least.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/families/base.py"/>
        <location filename="../../explorer/scenes.py"/>
        <source>Give {0}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/session/python.py"/>
        <source>Go to Explore, Interpolate or Denoise.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/session/state.py"/>
        <source>Grow it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/export/video.py"/>
        <source>Install the package av, or save a WebP film.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/sampling/loader.py"/>
        <source>Install the program again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/families/base.py"/>
        <source>It has: {0}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/networks/__init__.py"/>
        <source>It knows {0}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/formats/inert/guard.py"/>
        <source>It needs more memory or time than allowed: do not trust it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/formats/archive.py"/>
        <source>It was made to deceive: do not trust it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/families/evaluation.py"/>
        <source>Lower the guidance, or check the weights.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/families/diffusion.py"/>
        <source>Make it {0}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/formats/manifest.py"/>
        <source>Make {0} {1}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/analysis/groups.py"/>
        <source>Mark other pictures.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/analysis/groups.py"/>
        <source>Mark pictures for both.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/analysis/groups.py"/>
        <source>Mark pictures of one model.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/latent/timing.py"/>
        <source>Measure it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/latent/timing.py"/>
        <source>Measure the path again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/latent/timing.py"/>
        <source>Measure them again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/formats/manifest.py"/>
        <source>Mend the line, or restore the file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/analysis/directions.py"/>
        <source>No file of directions needs it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/formats/safetensors.py"/>
        <source>No real model needs it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/formats/contents.py"/>
        <location filename="../../explorer/formats/safetensors.py"/>
        <source>No real model needs so many.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/formats/diffusers.py"/>
        <source>No real network is that large: do not trust it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/formats/contents.py"/>
        <source>No real network repeats its weights like this: do not trust the file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/session/container.py"/>
        <source>No session is that large.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/session/autosave.py"/>
        <source>Nothing is autosaved.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/runtimes/onnx.py"/>
        <source>ONNX Runtime cannot load it ({0})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/runtimes/onnx.py"/>
        <source>ONNX Runtime failed ({0})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/cli/libraries.py"/>
        <source>On Debian or Ubuntu: sudo apt-get install {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/formats/diffusers.py"/>
        <source>Only diffusers&apos; own networks are read. Remove the file if the model works without.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/formats/diffusers.py"/>
        <source>Only diffusers&apos; own networks are read; open its unet or vae folder alone.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/sampling/analysis_requests.py"/>
        <source>Open a VAE or a GAN.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/sampling/denoise_requests.py"/>
        <source>Open a diffusion model.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/families/base.py"/>
        <source>Open a model that can.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/ui/explore/rebuilt.py"/>
        <source>Open a model that has one, such as scenes-vae.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/session/container.py"/>
        <source>Open an earlier copy of it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/formats/contents.py"/>
        <location filename="../../explorer/formats/inert/guard.py"/>
        <location filename="../../explorer/formats/source.py"/>
        <source>Open it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/sampling/engine.py"/>
        <source>Open it again; report it if it stays.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/recognition/find.py"/>
        <source>Open it together with the {0}&apos;s file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/ui/sessions.py"/>
        <source>Open it with the model it was saved with.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/session/share.py"/>
        <source>Open its model by hand.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/ui/explore/directions.py"/>
        <source>Open the model that they were found in.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/latent/points.py"/>
        <source>Open the model these values were made with.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/ui/sessions.py"/>
        <source>Put that model where it was, then open this again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/training/card.py"/>
        <source>Put {0} and {1} back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/export/video.py"/>
        <source>PyAV is not installed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/families/base.py"/>
        <location filename="../../explorer/latent/space.py"/>
        <source>Replace NaN and infinity.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/session/keys.py"/>
        <source>Replace this one instead.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/recognition/load.py"/>
        <source>Report this with the file&apos;s name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/training/shipping.py"/>
        <source>Report this with the recipe.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/session/recipe.py"/>
        <source>Report this.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/library.py"/>
        <location filename="../../explorer/session/models.py"/>
        <source>Restore it beside model.toml.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/runtimes/onnx.py"/>
        <source>Restore it, or export it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/ui/views/explore.py"/>
        <source>Restore its weight files, or move the sliders nearer to 0.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/bench/stage.py"/>
        <source>Restore the models folder.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/training/loop.py"/>
        <source>Resume from the last checkpoint with another seed or a lower learning rate.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/runtimes/torch_network.py"/>
        <source>Run it as ONNX.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/bench/__init__.py"/>
        <source>Run python -m explorer.bench {0}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/training/__main__.py"/>
        <source>Run train {0} first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/session/files.py"/>
        <source>Save again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/session/container.py"/>
        <source>Save it again with Latent Explorer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/formats/archive.py"/>
        <source>Save it again without compression.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/formats/inert/guard.py"/>
        <source>Save it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/formats/safetensors.py"/>
        <source>Save it as float32 or float16.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/formats/picture.py"/>
        <source>Save it with 8 or 16 bits.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/analysis/directions.py"/>
        <source>Save the directions again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/session/share.py"/>
        <source>Save the session, or scale the picture down.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/formats/pythae.py"/>
        <source>Save their state dict from the program that trained them, and open that.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/session/files.py"/>
        <source>Save under another name, or open it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/formats/picture.py"/>
        <source>Scale it below {0} megapixels.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/session/python.py"/>
        <source>Scale the picture down and drop it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/families/base.py"/>
        <source>Scale them to 0 to 1 (bytes: divide by 255).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/families/trajectory.py"/>
        <source>See DenoiseSettings.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/session/recipe.py"/>
        <source>Set it to a number.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/latent/paths.py"/>
        <source>Sort and scale them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/session/recipe.py"/>
        <source>Start from another picture.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/formats/archive.py"/>
        <source>Such a file shows different things to different programs: do not trust it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/formats/contents.py"/>
        <source>The limit is {0} GiB; raise it in the settings.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/analysis/local.py"/>
        <source>They are for up to {0} dimensions.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/training/shipping.py"/>
        <source>Train {0} again, or restore the file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/runtimes/onnx.py"/>
        <location filename="../../explorer/runtimes/torch_network.py"/>
        <source>Try a smaller batch.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/analysis/directions.py"/>
        <location filename="../../explorer/session/migrations.py"/>
        <location filename="../../explorer/session/share.py"/>
        <location filename="../../explorer/session/typed.py"/>
        <source>Update Latent Explorer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/export/base.py"/>
        <source>Use 0 or more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/analysis/around.py"/>
        <source>Use 0 to 1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/families/inversion.py"/>
        <source>Use 0 to 100.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/families/commitment.py"/>
        <location filename="../../explorer/families/schedulers.py"/>
        <location filename="../../explorer/families/trajectory.py"/>
        <location filename="../../explorer/session/tree.py"/>
        <source>Use 0 to {0}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/export/base.py"/>
        <source>Use 1 to 1000 frames a second.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/families/commitment.py"/>
        <location filename="../../explorer/families/comparison.py"/>
        <location filename="../../explorer/families/schedulers.py"/>
        <source>Use 1 to {0}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/latent/space.py"/>
        <source>Use a number from 0 to {0}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/families/trajectory.py"/>
        <source>Use a number such as 2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/export/base.py"/>
        <source>Use a whole number from 1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/session/migrations.py"/>
        <location filename="../../explorer/session/recipe.py"/>
        <location filename="../../explorer/session/typed.py"/>
        <source>Use an earlier copy.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/latent/morph.py"/>
        <source>Use at least 2 x 2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/analysis/around.py"/>
        <source>Use at least two pictures.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/runtimes/device.py"/>
        <source>Use auto or cpu.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/library.py"/>
        <source>Use float32.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/families/inversion.py"/>
        <source>Use guidance 1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/families/base.py"/>
        <location filename="../../explorer/families/schedulers.py"/>
        <location filename="../../explorer/formats/picture.py"/>
        <location filename="../../explorer/latent/paths.py"/>
        <location filename="../../explorer/latent/timing.py"/>
        <location filename="../../explorer/library.py"/>
        <source>Use one of {0}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/analysis/response.py"/>
        <source>Use some hundreds.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/analysis/directions.py"/>
        <location filename="../../explorer/export/__init__.py"/>
        <location filename="../../explorer/formats/picture.py"/>
        <location filename="../../explorer/latent/curves.py"/>
        <location filename="../../explorer/runtimes/device.py"/>
        <source>Use {0}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/formats/archive.py"/>
        <source>Weights do not compress like this: do not trust it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/formats/onnx.py"/>
        <source>Weights must lie in ordinary files beside the model: save it again in one file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/formats/recognise.py"/>
        <source>What opens: {0}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/training/data.py"/>
        <source>Write MNIST&apos;s images unchanged.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/formats/source.py"/>
        <source>a compressed entry does not inflate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/formats/safetensors.py"/>
        <source>a name occurs twice in its header</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/session/recipe.py"/>
        <source>a number in it is not finite</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/session/container.py"/>
        <source>a part of it occurs twice</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/session/keys.py"/>
        <source>a path needs two of them</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/ui/clipboard.py"/>
        <source>a run from a picture has no latent of its own</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/formats/safetensors.py"/>
        <source>a tensor has {0} axes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/families/base.py"/>
        <source>a {0} model cannot {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/session/files.py"/>
        <source>another program has changed it since it was opened here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/library.py"/>
        <source>family {0} is unknown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/tour.py"/>
        <source>it cannot be made</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/analysis/directions.py"/>
        <location filename="../../explorer/formats/checkpoints.py"/>
        <location filename="../../explorer/formats/contents.py"/>
        <location filename="../../explorer/formats/diffusers.py"/>
        <location filename="../../explorer/formats/jsons.py"/>
        <location filename="../../explorer/formats/manifest.py"/>
        <location filename="../../explorer/formats/picture.py"/>
        <location filename="../../explorer/formats/safetensors.py"/>
        <location filename="../../explorer/formats/source.py"/>
        <location filename="../../explorer/session/container.py"/>
        <location filename="../../explorer/session/models.py"/>
        <source>it cannot be read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/formats/inert/layouts.py"/>
        <location filename="../../explorer/formats/picture.py"/>
        <location filename="../../explorer/formats/safetensors.py"/>
        <location filename="../../explorer/training/data.py"/>
        <source>it cannot be read ({0})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/bench/__init__.py"/>
        <location filename="../../explorer/session/autosave.py"/>
        <source>it cannot be written</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/session/share.py"/>
        <source>it carries no recipe</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/formats/source.py"/>
        <source>it changed since it was opened</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/formats/inert/guard.py"/>
        <source>it changed while it was read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/latent/timing.py"/>
        <source>it does not rise from 0 to 1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/formats/source.py"/>
        <source>it ends too early</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/formats/protobuf.py"/>
        <source>it has millions of parts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/session/plan.py"/>
        <source>it has no corners</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/sampling/denoise_requests.py"/>
        <source>it has no diffusion steps</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/formats/onnx.py"/>
        <source>it has no graph with outputs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/analysis/directions.py"/>
        <source>it has no length</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/session/state.py"/>
        <source>it has no place in the tree</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/runtimes/torch_network.py"/>
        <source>it has no weights for torch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/formats/onnx.py"/>
        <source>it has the operator {0}, {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/formats/safetensors.py"/>
        <source>it has {0} bytes of data, not {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/formats/archive.py"/>
        <source>it has {0} entries</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/formats/exported.py"/>
        <source>it holds a compiled program</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/session/typed.py"/>
        <source>it holds a {0}, which this version does not know</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/formats/exported.py"/>
        <source>it holds more than one model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/formats/contents.py"/>
        <source>it holds more than {0} tensors</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/analysis/directions.py"/>
        <source>it holds no directions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/session/share.py"/>
        <source>it holds no latent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/formats/checkpoints.py"/>
        <source>it holds no weights</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/recognition/find.py"/>
        <source>it holds no {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/formats/recognise.py"/>
        <source>it is a folder without model.toml, model_index.json, config.json or model_config.json</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/formats/jsons.py"/>
        <source>it is a link to another place</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/formats/pythae.py"/>
        <source>it is a pickled program: this model has networks of its author&apos;s own</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/session/container.py"/>
        <source>it is a zip, but no session</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/formats/jsons.py"/>
        <source>it is above 4 MB</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/session/container.py"/>
        <source>it is above 512 MB</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/analysis/directions.py"/>
        <source>it is above 64 MB</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/formats/protobuf.py"/>
        <source>it is cut short or garbled</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/formats/inert/layouts.py"/>
        <location filename="../../explorer/formats/recognise.py"/>
        <source>it is empty</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/formats/manifest.py"/>
        <source>it is larger than 1 MB</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/library.py"/>
        <source>it is no model folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/session/files.py"/>
        <source>it is no session</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/session/container.py"/>
        <source>it is no whole session file ({0})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/analysis/directions.py"/>
        <location filename="../../explorer/formats/jsons.py"/>
        <source>it is not JSON</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/session/recipe.py"/>
        <source>it is not JSON ({0})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/formats/manifest.py"/>
        <source>it is not TOML ({0})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/formats/jsons.py"/>
        <source>it is not a JSON object</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/formats/picture.py"/>
        <source>it is not a picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/tour.py"/>
        <source>it is not done after {0} seconds</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/families/trajectory.py"/>
        <source>it is not finite</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/scenes.py"/>
        <source>it is not given by six finite numbers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/training/__main__.py"/>
        <source>it is not here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/analysis/directions.py"/>
        <source>it is not text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/formats/diffusers.py"/>
        <source>it is not there</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/session/share.py"/>
        <source>it is of a later version</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/formats/recognise.py"/>
        <source>it is of no known format</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/session/container.py"/>
        <source>it is packed in a way no session is</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/session/tree.py"/>
        <source>it is the trunk</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/session/share.py"/>
        <source>it is too large to be kept in a recipe</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/session/python.py"/>
        <source>it is too large to be written into a script</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/formats/safetensors.py"/>
        <source>it is too short to be safetensors</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/session/migrations.py"/>
        <source>it is unlike version {0} ({1}: {2})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/formats/diffusers.py"/>
        <source>it lists no files</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/formats/safetensors.py"/>
        <source>it names more than {0} tensors</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/ui/sessions.py"/>
        <source>it needs the model {0} ({1}), which is not here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/analysis/around.py"/>
        <source>it needs two dimensions, two steps each</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/formats/diffusers.py"/>
        <source>it points outside its folder, to {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/session/migrations.py"/>
        <source>it says no version</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/session/typed.py"/>
        <source>it unpacks to more than 512 MB</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/families/trajectory.py"/>
        <source>it was not computed yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/bench/__init__.py"/>
        <source>it was not done after {0} s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/session/share.py"/>
        <source>it was not made from latents alone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/session/migrations.py"/>
        <source>it was saved by a later version (layout {0}; this one reads {1})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/session/files.py"/>
        <source>it was taken away as soon as it was saved</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/formats/onnx_numbers.py"/>
        <source>it writes too many numbers one by one</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/formats/jsons.py"/>
        <source>its JSON is larger than any model&apos;s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/training/shipping.py"/>
        <source>its answers differ from torch&apos;s by {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/formats/diffusers.py"/>
        <source>its class is {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/formats/exported.py"/>
        <source>its constant {0} is an opaque object</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/formats/inert/guard.py"/>
        <source>its data lie outside it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/ui/explore/directions.py"/>
        <source>its directions are not of {0} dimensions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/session/autosave.py"/>
        <source>its disk has no locks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/formats/onnx.py"/>
        <source>its format version is {0}, newer than {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/formats/onnx.py"/>
        <source>its function {0} calls itself, or too deeply</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/formats/onnx.py"/>
        <source>its functions write out to a million nodes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/formats/picture.py"/>
        <source>its grey levels have no stated range</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/formats/safetensors.py"/>
        <source>its header is above 64 MB</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/formats/safetensors.py"/>
        <source>its header is not JSON</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/formats/safetensors.py"/>
        <source>its header is not a table</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/formats/safetensors.py"/>
        <source>its header says more bytes than it has</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/training/data.py"/>
        <source>its images are {0} {1}, not (N, 28, 28) uint8</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/formats/exported.py"/>
        <source>its layout is that of torch before 2.8, which is pickles</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/analysis/directions.py"/>
        <source>its list is missing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/latent/timing.py"/>
        <source>its lists differ in length</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/sampling/engine.py"/>
        <source>its memory is used up</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/ui/views/explore.py"/>
        <source>its networks gave values that are not finite, shown as mid-grey</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/formats/inert/guard.py"/>
        <source>its numbers are of type {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/formats/onnx.py"/>
        <source>its operator set {0} is newer than {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/formats/onnx.py"/>
        <source>its operator {0} is of {1}, which needs a foreign library</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/formats/archive.py"/>
        <source>its part {0} has {1} bytes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/formats/archive.py"/>
        <source>its part {0} is encrypted or packed unusually</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/formats/diffusers.py"/>
        <source>its part {0} is no name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/formats/archive.py"/>
        <source>its part {0} points outside it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/formats/archive.py"/>
        <source>its parts overlap</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/sampling/analysis_requests.py"/>
        <source>its pictures are not made of a latent in one step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/formats/diffusers.py"/>
        <source>its pipeline is {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/session/recipe.py"/>
        <source>its points nest too deeply</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/session/typed.py"/>
        <source>its recipes nest too deeply</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/formats/exported.py"/>
        <source>its tensor {0} is a pickle</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/formats/onnx.py"/>
        <source>its tensor {0} {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/recognition/load.py"/>
        <source>its tensors do not fit ({0})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/runtimes/torch_network.py"/>
        <source>its tensors do not fit the manifest&apos;s architecture ({0})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/formats/safetensors.py"/>
        <source>its tensors overlap or leave holes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/formats/contents.py"/>
        <source>its tensors take {0} GiB once loaded</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/analysis/directions.py"/>
        <source>its version is {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/formats/exported.py"/>
        <source>its weights are a pickle</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/training/shipping.py"/>
        <source>its weights do not fit the recipe ({0})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/formats/archive.py"/>
        <source>its {0} bytes would inflate to {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/formats/diffusers.py"/>
        <source>its {0} is a {1} of {2}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/formats/diffusers.py"/>
        <source>its {0} is {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/library.py"/>
        <source>networks.{0} is missing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/library.py"/>
        <source>networks.{0} is unknown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/families/base.py"/>
        <source>no class is given</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/analysis/directions.py"/>
        <source>no kind {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/formats/inert/guard.py"/>
        <source>no process could be started to read it in ({0})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/runtimes/device.py"/>
        <source>no such device</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/latent/timing.py"/>
        <source>no such ease</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/latent/curves.py"/>
        <location filename="../../explorer/latent/paths.py"/>
        <source>no such mode</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/library.py"/>
        <source>no such model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/bench/stage.py"/>
        <source>no such model is bundled</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/families/schedulers.py"/>
        <source>no such scheduler</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/families/trajectory.py"/>
        <source>no such setting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/bench/stage.py"/>
        <source>not done after {0} s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/analysis/directions.py"/>
        <source>one of its directions is malformed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/formats/protobuf.py"/>
        <source>one of its names is endless</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/analysis/groups.py"/>
        <source>one of them is empty</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/analysis/attributes.py"/>
        <source>only {0} samples have it, or lack it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/formats/picture.py"/>
        <source>pixels and size disagree</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/formats/inert/guard.py"/>
        <source>reading it takes longer than {0} s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/families/base.py"/>
        <location filename="../../explorer/latent/space.py"/>
        <source>shape {0} does not fit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/formats/picture.py"/>
        <source>shape {0} is no image</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/export/base.py"/>
        <source>shape {0} is none</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/latent/paths.py"/>
        <source>shapes {0} and {1} differ</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/latent/timing.py"/>
        <source>some are negative or not finite</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/families/base.py"/>
        <source>some pixels are not finite</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/latent/space.py"/>
        <source>some values are not finite</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/formats/contents.py"/>
        <source>tensor {0} claims {1} numbers from a storage of {2} bytes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/formats/contents.py"/>
        <source>tensor {0} has {1} axes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/formats/safetensors.py"/>
        <source>tensor {0} is of type {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/formats/onnx.py"/>
        <source>tensor {0} of {1} lies there, but it is not</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/formats/onnx.py"/>
        <source>tensor {0} of {1} reaches beyond its end</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/formats/contents.py"/>
        <source>tensor {0} reaches beyond its storage</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/training/loop.py"/>
        <source>the checkpoint {0} was begun with {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/formats/safetensors.py"/>
        <source>the entry of tensor {0} is malformed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/training/shipping.py"/>
        <source>the exporter gave nothing back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/formats/diffusers.py"/>
        <source>the folder brings a program of its own</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/training/data.py"/>
        <source>the handwritten digits are not there</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/families/inversion.py"/>
        <source>the inversion diverged</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/training/loop.py"/>
        <source>the loss of step {0} is not a number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/training/card.py"/>
        <source>the markers around its figures are gone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/ui/sessions.py"/>
        <source>the model knows no {0} {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/networks/__init__.py"/>
        <source>the network cannot be built from {0} ({1})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/families/evaluation.py"/>
        <source>the network&apos;s answer at step {0} is not finite</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/formats/inert/guard.py"/>
        <source>the process that read it ended early ({0})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/formats/contents.py"/>
        <source>the shape of tensor {0} makes no sense</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/latent/points.py"/>
        <source>the space has {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/session/python.py"/>
        <source>the {0} view has no script yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/analysis/groups.py"/>
        <source>their means are the same</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/formats/inert/guard.py"/>
        <source>there are no weights in it{0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/formats/diffusers.py"/>
        <source>there are no weights there</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/export/base.py"/>
        <location filename="../../explorer/export/sheet.py"/>
        <source>there are none</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/training/__main__.py"/>
        <source>there is no checkpoint</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/formats/pythae.py"/>
        <location filename="../../explorer/library.py"/>
        <location filename="../../explorer/runtimes/onnx.py"/>
        <source>there is no such file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/library.py"/>
        <source>there is no such file or folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/session/tree.py"/>
        <source>there is no such run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/training/recipes/__init__.py"/>
        <source>there is none of that name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/families/base.py"/>
        <location filename="../../explorer/latent/space.py"/>
        <source>they are no array of numbers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/analysis/groups.py"/>
        <source>they are of different models</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/latent/paths.py"/>
        <source>they do not rise from 0 to 1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/families/base.py"/>
        <source>they span {0} to {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/library.py"/>
        <source>this processor lacks it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/networks/__init__.py"/>
        <source>this program has none of that name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/cli/libraries.py"/>
        <source>this system lacks {0}{1}, which Qt loads</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/ui/explore/rebuilt.py"/>
        <source>this {0} has no encoder for {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/runtimes/device.py"/>
        <source>torch cannot use it here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/runtimes/torch_network.py"/>
        <source>torch failed ({0})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/formats/archive.py"/>
        <source>two of its parts are called {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/session/recipe.py"/>
        <source>{0} cannot be saved</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/export/__init__.py"/>
        <source>{0} cannot be written</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/analysis/local.py"/>
        <source>{0} dimensions take {1} pictures</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/latent/space.py"/>
        <source>{0} entries for {1} dimensions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/analysis/attributes.py"/>
        <source>{0} for {1} latents</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/latent/paths.py"/>
        <source>{0} for {1} segments</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/families/base.py"/>
        <source>{0} has no such class</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/session/container.py"/>
        <source>{0} in it is above {1} MB</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/session/container.py"/>
        <source>{0} in it is malformed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/export/base.py"/>
        <source>{0} is below one</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/export/base.py"/>
        <location filename="../../explorer/latent/space.py"/>
        <location filename="../../explorer/session/tree.py"/>
        <source>{0} is below zero</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/formats/manifest.py"/>
        <source>{0} is missing or is not {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/families/diffusion.py"/>
        <source>{0} is missing or wrong</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/latent/space.py"/>
        <source>{0} is not a shape</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/latent/timing.py"/>
        <source>{0} is not one a step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/session/state.py"/>
        <source>{0} is not there</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/analysis/around.py"/>
        <location filename="../../explorer/export/base.py"/>
        <location filename="../../explorer/families/commitment.py"/>
        <location filename="../../explorer/families/inversion.py"/>
        <location filename="../../explorer/families/schedulers.py"/>
        <location filename="../../explorer/latent/space.py"/>
        <source>{0} is out of range</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/analysis/around.py"/>
        <location filename="../../explorer/analysis/response.py"/>
        <location filename="../../explorer/latent/paths.py"/>
        <source>{0} is too few</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/latent/paths.py"/>
        <source>{0} key frames</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/families/base.py"/>
        <source>{0} lacks it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/latent/paths.py"/>
        <source>{0} of {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/export/base.py"/>
        <source>{0} stands beside {1} uint8</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/families/comparison.py"/>
        <source>{0} to compare</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/latent/points.py"/>
        <source>{0} values for a space of {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/families/commitment.py"/>
        <location filename="../../explorer/families/trajectory.py"/>
        <source>{0} was not computed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/latent/morph.py"/>
        <source>{0} x {1} is too small</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/export/gif.py"/>
        <source>{0} x {1} pixels are more than a GIF holds</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/export/webp.py"/>
        <source>{0} x {1} pixels are more than a WebP film holds</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/export/video.py"/>
        <source>{0} x {1} pixels are more than players show</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>QObject</name>
    <message>
        <location filename="../../explorer/ui/widgets/record_deck.py"/>
        <source> / s</source>
        <translation> 次/秒</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/widgets/path_panel.py"/>
        <source> per second</source>
        <translation> 帧/秒</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/menus.py"/>
        <source>&amp;Edit</source>
        <translation>编辑(&amp;E)</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/menus.py"/>
        <source>&amp;Explore</source>
        <translation>探索(&amp;X)</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/menus.py"/>
        <source>&amp;File</source>
        <translation>文件(&amp;F)</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/menus.py"/>
        <source>&amp;Help</source>
        <translation>帮助(&amp;H)</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/menus.py"/>
        <source>&amp;View</source>
        <translation>视图(&amp;V)</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/statusbar.py"/>
        <source>(+{count})</source>
        <translation>(另有 {count} 项)</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/banner.py"/>
        <source>({count} times)</source>
        <translation>({count} 次)</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/views/denoise.py"/>
        <source>, {s} s left</source>
        <translation>，剩余 {s} 秒</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/shortcuts.py"/>
        <source>0.05; with Shift 0.005. Beside the track the wheel scrolls</source>
        <translation>0.05；按住 Shift 为 0.005。在滑轨之外滚轮用于滚动</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/widgets/path_panel.py"/>
        <source>A path needs two key frames: add another before removing one</source>
        <translation>路径至少需要两个关键帧：请先添加一个再移除</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/views/interpolate.py"/>
        <source>A path needs two key frames: add another first.</source>
        <translation>路径至少需要两个关键帧：请先再添加一个。</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/widgets/path_panel.py"/>
        <source>A random picture of the model as a key frame (S)</source>
        <translation>以模型的一张随机图像作为关键帧 (S)</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/recovery.py"/>
        <source>A session was not closed properly. Last kept at {when}.</source>
        <translation>有一个会话未正常关闭。最后保留于 {when}。</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/explore/directions.py"/>
        <source>A to B</source>
        <translation>A 到 B</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/about.py"/>
        <location filename="../../explorer/ui/menus.py"/>
        <source>About Latent Explorer</source>
        <translation>关于 Latent Explorer</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/widgets/pad.py"/>
        <source>Across</source>
        <translation>横向</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/widgets/slider_menu.py"/>
        <source>Across in the pad</source>
        <translation>作为二维面板的横轴</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/views/interpolate.py"/>
        <source>Add a rendered scene</source>
        <translation>添加渲染场景</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/views/interpolate.py"/>
        <location filename="../../explorer/ui/widgets/path_panel.py"/>
        <source>Add current sliders</source>
        <translation>添加当前滑块状态</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/views/interpolate.py"/>
        <location filename="../../explorer/ui/widgets/path_panel.py"/>
        <source>Add picture...</source>
        <translation>添加图片...</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/views/interpolate.py"/>
        <source>Add pictures as key frames</source>
        <translation>添加图片作为关键帧</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/views/interpolate.py"/>
        <location filename="../../explorer/ui/widgets/path_panel.py"/>
        <source>Add seed</source>
        <translation>添加种子</translation>
    </message>
    <message>
        <location filename="../../explorer/families/gan.py"/>
        <source>Adversarial network</source>
        <translation>生成对抗网络</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/widgets/path_panel.py"/>
        <source>All frames as one PNG strip, a GIF or a WebP film (Ctrl+Shift+S)</source>
        <translation>把所有帧存为一张 PNG 长图、GIF 或 WebP 动画 (Ctrl+Shift+S)</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/ask.py"/>
        <source>All that opens ({kinds})</source>
        <translation>所有可打开的文件 ({kinds})</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/recovery.py"/>
        <source>Another copy has restored that session already.</source>
        <translation>另一个程序实例已恢复了该会话。</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/views/denoise.py"/>
        <source>Another seed</source>
        <translation>换一个种子</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/widgets/run_panel.py"/>
        <source>Another seed (R)</source>
        <translation>换一个种子 (R)</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/shortcuts.py"/>
        <source>Another slider</source>
        <translation>切换滑块</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/widgets/direction_panel.py"/>
        <source>Apply</source>
        <translation>应用</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/widgets/direction_panel.py"/>
        <source>Around this picture (principal axes of the Jacobian)</source>
        <translation>当前图像附近(雅可比矩阵的主轴)</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/sessions.py"/>
        <source>As it was when {name} was saved</source>
        <translation>已恢复到保存 {name} 时的状态</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/menus.py"/>
        <location filename="../../explorer/ui/settings_page.py"/>
        <source>As the system</source>
        <translation>跟随系统</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/widgets/path_panel.py"/>
        <source>Back and forth</source>
        <translation>往返</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/denoise/deck.py"/>
        <source>Back one evaluation</source>
        <translation>后退一次求值</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/widgets/path_track.py"/>
        <source>Back one frame</source>
        <translation>后退一帧</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/widgets/path_panel.py"/>
        <source>Between them</source>
        <translation>关键帧之间</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/widgets/run_panel.py"/>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/statusbar.py"/>
        <source>Cancel; what is done stays</source>
        <translation>取消；已完成的部分会保留</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/shortcuts.py"/>
        <source>Change; with Shift ten times finer</source>
        <translation>调节；按住 Shift 精细十倍</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/ask.py"/>
        <source>Changes that are not saved are lost.</source>
        <translation>未保存的更改将会丢失。</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/widgets/run_panel.py"/>
        <source>Choose a class first: without one there is nothing to follow</source>
        <translation>请先选择类别：没有类别就没有可遵循的条件</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/widgets/path_panel.py"/>
        <source>Choose a key frame first, by a click on it</source>
        <translation>请先单击选择一个关键帧</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/window.py"/>
        <source>Choose a model in the library, or drop a model folder here.</source>
        <translation>请在模型库中选择模型，或将模型文件夹拖放到这里。</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/views/interpolate.py"/>
        <source>Choose a model with a latent vector.</source>
        <translation>请选择一个带潜向量的模型。</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/views/explore.py"/>
        <source>Choose a model, or drop a model folder here.</source>
        <translation>请选择模型，或将模型文件夹拖放到这里。</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/widgets/run_panel.py"/>
        <source>Class</source>
        <translation>类别</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/widgets/direction_panel.py"/>
        <source>Clear marks</source>
        <translation>清除标记</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/widgets/picture_bar.py"/>
        <source>Clear picture</source>
        <translation>清除图片</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/views/explore.py"/>
        <source>Clear the picture</source>
        <translation>清除图片</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/widgets/timeline.py"/>
        <source>Click to go there, drag to reorder, Delete to remove.</source>
        <translation>单击跳转，拖动排序，按 Delete 移除。</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/history.py"/>
        <source>Click: go back to this state</source>
        <translation>单击：回到此状态</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/history.py"/>
        <source>Click: go to it; Ctrl+click: choose two</source>
        <translation>单击：跳转到此状态；Ctrl+单击：选择两个</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/widgets/pad.py"/>
        <source>Close the pad (P)</source>
        <translation>关闭二维面板 (P)</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/settings_page.py"/>
        <source>Colours of the window</source>
        <translation>窗口的配色</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/views/denoise.py"/>
        <source>Comes last.</source>
        <translation>最后得到。</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/palette.py"/>
        <source>Command</source>
        <translation>命令</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/menus.py"/>
        <location filename="../../explorer/ui/palette.py"/>
        <source>Command palette</source>
        <translation>命令面板</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/palette.py"/>
        <source>Commands</source>
        <translation>命令列表</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/history.py"/>
        <source>Compare</source>
        <translation>比较</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/clipboard.py"/>
        <source>Copied as Python</source>
        <translation>已复制为 Python 代码</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/clipboard.py"/>
        <source>Copied the latent as JSON</source>
        <translation>已将潜变量复制为 JSON</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/widgets/slider_menu.py"/>
        <source>Copy all values</source>
        <translation>复制所有值</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/shortcuts.py"/>
        <source>Copy and save</source>
        <translation>复制与保存</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/menus.py"/>
        <source>Copy as Python</source>
        <translation>复制为 Python 代码</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/menus.py"/>
        <source>Copy latent</source>
        <translation>复制潜变量</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/menus.py"/>
        <location filename="../../explorer/ui/widgets/canvas.py"/>
        <source>Copy picture</source>
        <translation>复制图像</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/widgets/slider_menu.py"/>
        <source>Copy value</source>
        <translation>复制值</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/shortcuts.py"/>
        <source>Ctrl+Left, Ctrl+Right</source>
        <translation>Ctrl+左，Ctrl+右</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/denoise/deck.py"/>
        <source>Curves by evaluation</source>
        <translation>随求值次数变化的曲线</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/menus.py"/>
        <location filename="../../explorer/ui/settings_page.py"/>
        <source>Dark</source>
        <translation>深色</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/views/denoise.py"/>
        <source>Denoise</source>
        <translation>去噪</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/statusbar.py"/>
        <source>Device and its threads; pictures painted in the last second; median time from a change to its painted picture; changes overtaken by newer ones before they were computed; kept pictures; memory of the program.</source>
        <translation>设备及其线程数；最近一秒绘制的图像数；从更改到图像绘出的时间中位数；尚未计算就被更新的更改取代的请求数；缓存的图像；程序占用的内存。</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/compare.py"/>
        <source>Difference</source>
        <translation>差异</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/header.py"/>
        <source>Differs by</source>
        <translation>偏差</translation>
    </message>
    <message>
        <location filename="../../explorer/families/diffusion.py"/>
        <source>Diffusion model</source>
        <translation>扩散模型</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/explore/directions.py"/>
        <location filename="../../explorer/ui/views/explore.py"/>
        <location filename="../../explorer/ui/widgets/direction_panel.py"/>
        <source>Directions</source>
        <translation>方向</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/explore/directions.py"/>
        <source>Directions ({kinds})</source>
        <translation>方向文件 ({kinds})</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/widgets/slider_panel.py"/>
        <source>Directions: found, marked or from a file (D)</source>
        <translation>方向：自动发现、由标记得出或来自文件 (D)</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/recovery.py"/>
        <source>Discard</source>
        <translation>丢弃</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/menus.py"/>
        <source>Dismiss the message</source>
        <translation>关闭消息</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/banner.py"/>
        <source>Dismiss this message (Esc)</source>
        <translation>关闭此消息 (Esc)</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/widgets/slider_row.py"/>
        <source>Double click or F2 to rename.</source>
        <translation>双击或按 F2 重命名。</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/shortcuts.py"/>
        <source>Double click, Delete</source>
        <translation>双击，Delete</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/shortcuts.py"/>
        <source>Double click, F</source>
        <translation>双击，F</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/shortcuts.py"/>
        <source>Drag</source>
        <translation>拖动</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/widgets/pad.py"/>
        <source>Drag to set both, in standard deviations of the prior. Arrows: 0.05, with Shift 0.005.</source>
        <translation>拖动以同时设置两个维度，单位为先验分布的标准差。方向键：0.05，按住 Shift 为 0.005。</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/shortcuts.py"/>
        <source>Drag, arrows</source>
        <translation>拖动，方向键</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/widgets/slider_row.py"/>
        <source>Drag; with Shift ten times finer. Wheel and arrows: 0.05, with Shift 0.005.</source>
        <translation>拖动调节；按住 Shift 精细十倍。滚轮和方向键：0.05，按住 Shift 为 0.005。</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/widgets/picture_bar.py"/>
        <source>Draw a scene and encode it (E)</source>
        <translation>渲染一个场景并编码 (E)</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/widgets/path_panel.py"/>
        <source>Draw a scene and encode it as a key frame (E)</source>
        <translation>渲染一个场景，编码后作为关键帧 (E)</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/widgets/slider_panel.py"/>
        <source>Draw all unlocked sliders (R)</source>
        <translation>对所有未锁定的滑块重新采样 (R)</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/widgets/slider_menu.py"/>
        <source>Draw from the prior</source>
        <translation>从先验分布采样</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/shortcuts.py"/>
        <source>Draw one from the prior</source>
        <translation>从先验分布采样一个值</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/widgets/sample_grid.py"/>
        <source>Draw other samples to pick from (G)</source>
        <translation>重新抽取一批样本供挑选 (G)</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/widgets/run_panel.py"/>
        <source>Draws the first noise, and the noise of random solvers; 0 to 2147483647</source>
        <translation>决定初始噪声以及随机求解器的噪声；0 到 2147483647</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/intake.py"/>
        <source>Drop one that was saved here, or a picture.</source>
        <translation>请拖放由本程序保存的影片，或一张图片。</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/widgets/path_panel.py"/>
        <source>Encode a picture file as a key frame (P); dropping one does the same</source>
        <translation>将图片文件编码为关键帧 (P)；拖放图片效果相同</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/views/explore.py"/>
        <source>Encode a rendered scene</source>
        <translation>编码渲染场景</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/settings_page.py"/>
        <source>Enlarged pictures: smooth, or crisp squares (N)</source>
        <translation>放大的图像：平滑，或清晰方格 (N)</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/shortcuts.py"/>
        <source>Enter, click on the value</source>
        <translation>Enter, 单击数值</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/denoise/deck.py"/>
        <source>Evaluation shown</source>
        <translation>所显示的求值</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/denoise/deck.py"/>
        <source>Evaluation {i} of {n}, solver step {step}</source>
        <translation>第 {i} 次求值，共 {n} 次，求解器第 {step} 步</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/denoise/deck.py"/>
        <source>Evaluation, timestep and solver step</source>
        <translation>求值次数、时间步和求解器步</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/denoise/deck.py"/>
        <source>Evaluations a second when playing</source>
        <translation>播放时每秒的求值次数</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/widgets/run_panel.py"/>
        <source>Evaluations computed</source>
        <translation>已完成的求值次数</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/widgets/direction_panel.py"/>
        <source>Explains {share}: {what}</source>
        <translation>解释 {share}：{what}</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/views/explore.py"/>
        <source>Explore</source>
        <translation>探索</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/shortcuts.py"/>
        <source>F2, double click on the name</source>
        <translation>F2, 双击名称</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/widgets/direction_panel.py"/>
        <source>File</source>
        <translation>文件</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/widgets/path_track.py"/>
        <source>Film strip; drag to move the playhead</source>
        <translation>胶片条；拖动以移动播放头</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/views/explore.py"/>
        <source>Film strips under the sliders</source>
        <translation>滑块下方的胶片条</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/widgets/slider_panel.py"/>
        <source>Film strips: the picture from -3 to +3 standard deviations (T)</source>
        <translation>胶片条：从 -3 到 +3 个标准差的图像 (T)</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/widgets/direction_panel.py"/>
        <source>Find</source>
        <translation>查找</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/widgets/direction_panel.py"/>
        <source>Find directions, or open a file of them.</source>
        <translation>查找方向，或打开方向文件。</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/denoise/deck.py"/>
        <source>First evaluation</source>
        <translation>第一次求值</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/widgets/path_track.py"/>
        <source>First frame</source>
        <translation>第一帧</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/menus.py"/>
        <location filename="../../explorer/ui/shortcuts.py"/>
        <location filename="../../explorer/ui/widgets/canvas.py"/>
        <source>Fit</source>
        <translation>适合窗口</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/denoise/deck.py"/>
        <source>Forward one evaluation</source>
        <translation>前进一次求值</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/widgets/path_track.py"/>
        <source>Forward one frame</source>
        <translation>前进一帧</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/widgets/path_track.py"/>
        <source>Frame, typicality and place on the path</source>
        <translation>帧、典型程度和路径上的位置</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/widgets/path_panel.py"/>
        <source>Frames</source>
        <translation>帧数</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/widgets/path_panel.py"/>
        <source>Frames a second; late frames are dropped, never slowed down</source>
        <translation>每秒帧数；来不及的帧会被丢弃，绝不放慢</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/widgets/direction_panel.py"/>
        <source>From marked pictures A to B (difference of means)</source>
        <translation>从标记图像 A 组到 B 组(均值之差)</translation>
    </message>
    <message>
        <location filename="../../explorer/export/gif.py"/>
        <source>GIF film</source>
        <translation>GIF 动画</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/widgets/run_panel.py"/>
        <source>Go on</source>
        <translation>继续</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/recovery.py"/>
        <source>Go on where it ended</source>
        <translation>从中断处继续</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/history.py"/>
        <source>Go to both pins once, so that their pictures are made.</source>
        <translation>请先分别跳转到这两个固定状态，以便生成它们的图像。</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/widgets/timeline.py"/>
        <source>Go to this key frame</source>
        <translation>跳转到此关键帧</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/widgets/path_panel.py"/>
        <source>Great circles, which keep the length that samples have</source>
        <translation>沿大圆插值，保持样本应有的长度</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/widgets/run_panel.py"/>
        <source>Guidance</source>
        <translation>引导强度</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/shortcuts.py"/>
        <source>H</source>
        <translation>H</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/history.py"/>
        <location filename="../../explorer/ui/window.py"/>
        <source>History</source>
        <translation>历史记录</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/widgets/path_panel.py"/>
        <source>How many frames the whole path has when played and saved</source>
        <translation>播放和保存时整条路径的帧数</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/widgets/heat.py"/>
        <source>How much each pixel changes along the dimension, around the picture shown: mean absolute change, in grey levels of 255 for each standard deviation (σ).</source>
        <translation>在所示图像附近，每个像素沿该维度的变化程度：平均绝对变化，单位为每个标准差 (σ) 的灰度级(满度 255)。</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/widgets/run_panel.py"/>
        <source>How strongly the class counts, 0 to 8: 1 follows it, above exaggerates it</source>
        <translation>无分类器引导强度，0 到 8：1 表示遵循类别，更大则会夸张</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/widgets/slider_panel.py"/>
        <source>Importance</source>
        <translation>重要性</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/widgets/slider_panel.py"/>
        <source>Importance {value} ({kind})</source>
        <translation>重要性 {value} ({kind})</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/widgets/slider_panel.py"/>
        <source>Importance: {kind}</source>
        <translation>重要性：{kind}</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/widgets/direction_panel.py"/>
        <source>In the whole space (principal components of the pictures)</source>
        <translation>在整个潜空间中(图像的主成分)</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/views/interpolate.py"/>
        <source>Interpolate</source>
        <translation>插值</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/sessions.py"/>
        <source>Its pictures may differ until that model is put back.</source>
        <translation>在放回该模型之前，图像可能会有差异。</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/history.py"/>
        <source>Keep the present state (Ctrl+D)</source>
        <translation>保留当前状态 (Ctrl+D)</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/widgets/timeline.py"/>
        <source>Key frame {i} of {n}: {name}</source>
        <translation>关键帧 {i}/{n}：{name}</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/widgets/path_panel.py"/>
        <location filename="../../explorer/ui/widgets/timeline.py"/>
        <source>Key frames</source>
        <translation>关键帧</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/menus.py"/>
        <location filename="../../explorer/ui/shortcuts.py"/>
        <source>Keys and mouse</source>
        <translation>按键与鼠标</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/shortcuts.py"/>
        <source>L</source>
        <translation>L</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/menus.py"/>
        <location filename="../../explorer/ui/settings_page.py"/>
        <source>Language</source>
        <translation>语言</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/denoise/deck.py"/>
        <source>Last evaluation</source>
        <translation>最后一次求值</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/widgets/path_track.py"/>
        <source>Last frame</source>
        <translation>最后一帧</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/widgets/path_panel.py"/>
        <source>Lasts</source>
        <translation>时长</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/ask.py"/>
        <location filename="../../explorer/ui/header.py"/>
        <location filename="../../explorer/ui/window.py"/>
        <source>Latent Explorer</source>
        <translation>Latent Explorer</translation>
    </message>
    <message>
        <location filename="../../explorer/formats/model_folder.py"/>
        <source>Latent Explorer model</source>
        <translation>Latent Explorer 模型</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/about.py"/>
        <source>Latent Explorer {version}</source>
        <translation>Latent Explorer {version}</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/history.py"/>
        <source>Let go of the chosen pins (Delete)</source>
        <translation>取消固定所选状态 (Delete)</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/window.py"/>
        <source>Library</source>
        <translation>模型库</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/menus.py"/>
        <location filename="../../explorer/ui/settings_page.py"/>
        <source>Light</source>
        <translation>浅色</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/widgets/path_panel.py"/>
        <source>Linear</source>
        <translation>线性</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/widgets/slider_row.py"/>
        <source>Lock against randomising (L)</source>
        <translation>锁定，不参与随机化 (L)</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/shortcuts.py"/>
        <source>Lock one against randomising</source>
        <translation>锁定一个滑块，不参与随机化</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/widgets/slider_menu.py"/>
        <source>Locked</source>
        <translation>已锁定</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/widgets/path_panel.py"/>
        <source>Loop</source>
        <translation>循环</translation>
    </message>
    <message>
        <location filename="../../explorer/export/video.py"/>
        <source>MP4 film</source>
        <translation>MP4 影片</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/explore/rebuilt.py"/>
        <source>MSE {mse}</source>
        <translation>MSE {mse}</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/widgets/direction_panel.py"/>
        <source>Mark A ({count})</source>
        <translation>标记 A ({count})</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/widgets/direction_panel.py"/>
        <source>Mark B ({count})</source>
        <translation>标记 B ({count})</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/widgets/direction_panel.py"/>
        <source>Mark this picture for group {group}</source>
        <translation>将此图像标记到 {group} 组</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/widgets/direction_panel.py"/>
        <source>Measured from {count} samples</source>
        <translation>由 {count} 个样本测得</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/opener.py"/>
        <source>Measuring</source>
        <translation>正在测量</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/shortcuts.py"/>
        <source>Menu</source>
        <translation>菜单</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/ask.py"/>
        <source>Models ({kinds})</source>
        <translation>模型 ({kinds})</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/views/interpolate.py"/>
        <source>Morph one picture into another along a path through the latent space</source>
        <translation>沿潜空间中的路径把一张图像渐变为另一张</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/shortcuts.py"/>
        <source>Move</source>
        <translation>移动</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/widgets/timeline.py"/>
        <source>Move left</source>
        <translation>左移</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/widgets/timeline.py"/>
        <source>Move right</source>
        <translation>右移</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/widgets/direction_panel.py"/>
        <source>Move the sliders&apos; point to this picture; amounts go to 0</source>
        <translation>把滑块的潜点移到此图像；各方向的量归零</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/views/explore.py"/>
        <source>Move through the latent space, a slider a dimension</source>
        <translation>在潜空间中移动，每个维度一个滑块</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/shortcuts.py"/>
        <source>N</source>
        <translation>N</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/widgets/slider_list.py"/>
        <source>Name of {name}</source>
        <translation>{name} 的名称</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/widgets/sample_grid.py"/>
        <source>Neighbours</source>
        <translation>近邻</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/header.py"/>
        <source>Network</source>
        <translation>网络</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/views/explore.py"/>
        <source>New samples</source>
        <translation>新样本</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/palette.py"/>
        <source>No command has these letters</source>
        <translation>没有命令包含这些字符</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/denoise/deck.py"/>
        <source>Noise level σ = {sigma}</source>
        <translation>噪声水平 σ = {sigma}</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/widgets/scrubber.py"/>
        <source>Not computed yet</source>
        <translation>尚未计算</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/header.py"/>
        <source>Not measured yet.</source>
        <translation>尚未测量。</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/history.py"/>
        <source>Nothing is pinned</source>
        <translation>没有固定的状态</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/menus.py"/>
        <source>Nothing yet</source>
        <translation>暂无</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/history.py"/>
        <source>Now</source>
        <translation>现在</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/widgets/slider_panel.py"/>
        <source>Number</source>
        <translation>编号</translation>
    </message>
    <message>
        <location filename="../../explorer/formats/onnx.py"/>
        <source>ONNX</source>
        <translation>ONNX</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/widgets/path_panel.py"/>
        <source>One spline through all key frames</source>
        <translation>一条样条曲线穿过所有关键帧</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/ask.py"/>
        <source>Open</source>
        <translation>打开</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/views/denoise.py"/>
        <source>Open a diffusion model, such as digits-ddpm.</source>
        <translation>请打开一个扩散模型，例如 digits-ddpm。</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/library_panel.py"/>
        <source>Open a model folder&apos;s model.toml, or a picture (Ctrl+O)</source>
        <translation>打开模型文件夹中的 model.toml，或打开图片 (Ctrl+O)</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/views/interpolate.py"/>
        <source>Open a model that has one, or add a seed.</source>
        <translation>请打开带编码器的模型，或添加种子。</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/explore/directions.py"/>
        <source>Open directions</source>
        <translation>打开方向文件</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/menus.py"/>
        <source>Open recent</source>
        <translation>打开最近使用</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/ask.py"/>
        <source>Open session</source>
        <translation>打开会话</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/menus.py"/>
        <source>Open session...</source>
        <translation>打开会话...</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/library_panel.py"/>
        <location filename="../../explorer/ui/menus.py"/>
        <location filename="../../explorer/ui/widgets/direction_panel.py"/>
        <source>Open...</source>
        <translation>打开...</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/opener.py"/>
        <source>Opening {name}</source>
        <translation>正在打开 {name}</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/widgets/slider_panel.py"/>
        <source>Order of the sliders</source>
        <translation>滑块的顺序</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/widgets/canvas.py"/>
        <source>PNG picture (*.png)</source>
        <translation>PNG 图片 (*.png)</translation>
    </message>
    <message>
        <location filename="../../explorer/export/png.py"/>
        <source>PNG sequence</source>
        <translation>PNG 序列</translation>
    </message>
    <message>
        <location filename="../../explorer/export/png.py"/>
        <source>PNG sheet</source>
        <translation>PNG 图集</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/explore/rebuilt.py"/>
        <source>PSNR {db} dB</source>
        <translation>PSNR {db} dB</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/views/explore.py"/>
        <location filename="../../explorer/ui/widgets/pad.py"/>
        <source>Pad of two dimensions</source>
        <translation>二维面板</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/widgets/slider_panel.py"/>
        <source>Pad: two dimensions under one handle (P)</source>
        <translation>二维面板：用一个手柄控制两个维度 (P)</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/widgets/pad.py"/>
        <source>Pad: {way}</source>
        <translation>二维面板：{way}</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/widgets/transport.py"/>
        <source>Pause</source>
        <translation>暂停</translation>
    </message>
    <message>
        <location filename="../../explorer/formats/pickles.py"/>
        <source>Pickle with arrays</source>
        <translation>含数组的 pickle</translation>
    </message>
    <message>
        <location filename="../../explorer/formats/picture_file.py"/>
        <location filename="../../explorer/ui/widgets/plate.py"/>
        <source>Picture</source>
        <translation>图像</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/views/interpolate.py"/>
        <source>Picture under the playhead</source>
        <translation>播放头处的图像</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/widgets/slider_row.py"/>
        <source>Picture: mean {mean}, standard deviation {std}.</source>
        <translation>图像编码：均值 {mean}，标准差 {std}。</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/shortcuts.py"/>
        <source>Pictures</source>
        <translation>图像</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/ask.py"/>
        <source>Pictures ({kinds})</source>
        <translation>图片 ({kinds})</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/ask.py"/>
        <source>Pictures and films ({kinds})</source>
        <translation>图片与影片 ({kinds})</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/history.py"/>
        <source>Pin</source>
        <translation>固定</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/menus.py"/>
        <source>Pin this state</source>
        <translation>固定此状态</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/history.py"/>
        <source>Pin {number}</source>
        <translation>固定 {number}</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/history.py"/>
        <source>Pinned states</source>
        <translation>固定的状态</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/widgets/picture_bar.py"/>
        <source>Pixel under the cursor with its values, 0 to 255; screen pixels a picture pixel; the critic&apos;s estimate that the picture is real, with its logit.</source>
        <translation>光标下的像素及其值，0 到 255；每个图像像素对应的屏幕像素数；判别器认为图像为真的概率及其 logit。</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/widgets/transport.py"/>
        <source>Play</source>
        <translation>播放</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/widgets/transport.py"/>
        <source>Play or pause</source>
        <translation>播放或暂停</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/widgets/path_panel.py"/>
        <source>Playing</source>
        <translation>播放</translation>
    </message>
    <message>
        <location filename="../../explorer/formats/torch_files.py"/>
        <source>PyTorch checkpoint</source>
        <translation>PyTorch 检查点</translation>
    </message>
    <message>
        <location filename="../../explorer/formats/torch_files.py"/>
        <source>PyTorch checkpoint, first layout</source>
        <translation>PyTorch 检查点(最早格式)</translation>
    </message>
    <message>
        <location filename="../../explorer/formats/torch_files.py"/>
        <source>PyTorch checkpoint, old layout</source>
        <translation>PyTorch 检查点(旧格式)</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/menus.py"/>
        <source>Quit</source>
        <translation>退出</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/views/explore.py"/>
        <location filename="../../explorer/ui/widgets/slider_panel.py"/>
        <source>Randomise</source>
        <translation>随机化</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/widgets/path_panel.py"/>
        <source>Rate</source>
        <translation>帧率</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/library_panel.py"/>
        <source>Recent</source>
        <translation>最近使用</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/menus.py"/>
        <source>Redo</source>
        <translation>重做</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/widgets/direction_panel.py"/>
        <location filename="../../explorer/ui/widgets/path_panel.py"/>
        <location filename="../../explorer/ui/widgets/timeline.py"/>
        <source>Remove</source>
        <translation>移除</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/widgets/path_panel.py"/>
        <source>Remove the chosen key frame (Delete)</source>
        <translation>移除所选关键帧 (Delete)</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/shortcuts.py"/>
        <source>Rename</source>
        <translation>重命名</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/widgets/direction_panel.py"/>
        <location filename="../../explorer/ui/widgets/slider_menu.py"/>
        <source>Rename...</source>
        <translation>重命名...</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/widgets/picture_bar.py"/>
        <source>Rendered scene</source>
        <translation>渲染场景</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/views/explore.py"/>
        <location filename="../../explorer/ui/widgets/direction_panel.py"/>
        <location filename="../../explorer/ui/widgets/slider_menu.py"/>
        <location filename="../../explorer/ui/widgets/slider_panel.py"/>
        <source>Reset</source>
        <translation>重置</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/shortcuts.py"/>
        <source>Reset one</source>
        <translation>重置一个滑块</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/widgets/slider_row.py"/>
        <source>Reset to 0 (Delete)</source>
        <translation>重置为 0 (Delete)</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/widgets/slider_row.py"/>
        <source>Reset to the picture&apos;s code (Delete)</source>
        <translation>重置为图像的编码 (Delete)</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/recovery.py"/>
        <source>Restore</source>
        <translation>恢复</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/shortcuts.py"/>
        <source>Right click</source>
        <translation>右键单击</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/views/denoise.py"/>
        <source>Run</source>
        <translation>运行</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/header.py"/>
        <source>Runs in</source>
        <translation>运行于</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/widgets/sample_grid.py"/>
        <source>Sample {number}</source>
        <translation>样本 {number}</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/explore/samples.py"/>
        <location filename="../../explorer/ui/widgets/sample_grid.py"/>
        <source>Samples</source>
        <translation>样本</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/widgets/sample_grid.py"/>
        <source>Samples to pick from</source>
        <translation>可供挑选的样本</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/views/interpolate.py"/>
        <source>Save all frames</source>
        <translation>保存所有帧</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/widgets/direction_panel.py"/>
        <source>Save as...</source>
        <translation>另存为...</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/explore/directions.py"/>
        <source>Save directions</source>
        <translation>保存方向</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/widgets/canvas.py"/>
        <source>Save picture</source>
        <translation>保存图像</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/menus.py"/>
        <location filename="../../explorer/ui/widgets/canvas.py"/>
        <source>Save picture as...</source>
        <translation>图像另存为...</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/ask.py"/>
        <location filename="../../explorer/ui/menus.py"/>
        <source>Save session</source>
        <translation>保存会话</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/menus.py"/>
        <source>Save session as...</source>
        <translation>会话另存为...</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/views/interpolate.py"/>
        <location filename="../../explorer/ui/widgets/path_panel.py"/>
        <source>Save strip or film...</source>
        <translation>保存长图或动画...</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/ask.py"/>
        <source>Save the changes to {name}?</source>
        <translation>是否保存对 {name} 的更改？</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/ask.py"/>
        <source>Save this session?</source>
        <translation>是否保存此会话？</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/views/interpolate.py"/>
        <source>Saved {file}.</source>
        <translation>已保存 {file}。</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/explore/directions.py"/>
        <location filename="../../explorer/ui/sessions.py"/>
        <source>Saved {name}</source>
        <translation>已保存 {name}</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/views/interpolate.py"/>
        <source>Saving the path</source>
        <translation>正在保存路径</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/widgets/run_panel.py"/>
        <source>Scheduler</source>
        <translation>采样器</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/widgets/direction_panel.py"/>
        <source>Score {times}: {what}</source>
        <translation>得分 {times}：{what}</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/about.py"/>
        <source>See and feel what a generative image model has learned. MIT licence.</source>
        <translation>直观感受生成式图像模型学到了什么。MIT 许可证。</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/widgets/run_panel.py"/>
        <location filename="../../explorer/ui/widgets/slider_panel.py"/>
        <source>Seed</source>
        <translation>种子</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/widgets/path_panel.py"/>
        <source>Seed of the next key frame</source>
        <translation>下一个关键帧的种子</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/widgets/path_panel.py"/>
        <source>Seed: which random picture to add, 0 to 2147483647</source>
        <translation>种子：要添加哪张随机图像，0 到 2147483647</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/ask.py"/>
        <source>Sessions ({kinds})</source>
        <translation>会话 ({kinds})</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/settings_page.py"/>
        <source>Settings</source>
        <translation>设置</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/settings_page.py"/>
        <source>Settings are in</source>
        <translation>设置保存于</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/menus.py"/>
        <source>Settings...</source>
        <translation>设置...</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/widgets/sample_grid.py"/>
        <source>Show neighbours of the picture in place of samples; pick one to go there</source>
        <translation>以图像的近邻代替样本显示；选择一个即可前往</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/widgets/picture_bar.py"/>
        <source>Show the sliders&apos; picture alone (Shift+E)</source>
        <translation>只显示滑块对应的图像 (Shift+E)</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/widgets/slider_menu.py"/>
        <source>Show where it acts (H)</source>
        <translation>显示作用区域 (H)</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/shortcuts.py"/>
        <source>Show where one acts in the picture, or stop</source>
        <translation>显示或隐藏该维度在图像中的作用区域</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/shortcuts.py"/>
        <location filename="../../explorer/ui/widgets/slider_list.py"/>
        <location filename="../../explorer/ui/widgets/slider_panel.py"/>
        <source>Sliders</source>
        <translation>滑块</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/widgets/path_panel.py"/>
        <source>Smooth</source>
        <translation>平滑</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/menus.py"/>
        <location filename="../../explorer/ui/settings_page.py"/>
        <location filename="../../explorer/ui/widgets/canvas.py"/>
        <source>Smooth pixels</source>
        <translation>平滑像素</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/shortcuts.py"/>
        <source>Smooth pixels or crisp squares</source>
        <translation>平滑像素或清晰方格</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/widgets/run_panel.py"/>
        <source>Solver steps; some solvers evaluate the network twice each</source>
        <translation>求解器步数；有些求解器每步对网络求值两次</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/widgets/slider_panel.py"/>
        <source>Sort by</source>
        <translation>排序方式</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/shortcuts.py"/>
        <source>Space</source>
        <translation>空格</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/statusbar.py"/>
        <source>Speed and memory</source>
        <translation>速度与内存</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/widgets/path_panel.py"/>
        <source>Spherical</source>
        <translation>球面</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/widgets/path_panel.py"/>
        <source>Start over at the end</source>
        <translation>到末尾后从头开始</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/widgets/run_panel.py"/>
        <source>Steps</source>
        <translation>步数</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/widgets/run_panel.py"/>
        <source>Stop here and keep the evaluations computed so far (Escape)</source>
        <translation>就此停止并保留已完成的求值 (Escape)</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/widgets/path_panel.py"/>
        <source>Straight lines through the latent space</source>
        <translation>潜空间中的直线</translation>
    </message>
    <message>
        <location filename="../../explorer/formats/pickles.py"/>
        <source>StyleGAN pickle</source>
        <translation>StyleGAN pickle</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/widgets/pad.py"/>
        <source>The dimension that this way of the pad moves</source>
        <translation>面板在此方向上控制的维度</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/views/denoise.py"/>
        <source>The first run begins when its solver is loaded, in some seconds.</source>
        <translation>首次运行将在求解器加载后开始，约需数秒。</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/shortcuts.py"/>
        <source>The next picture of the film strip</source>
        <translation>胶片条中的下一张图像</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/widgets/path_panel.py"/>
        <source>The picture of the Explore view as a key frame (A)</source>
        <translation>以“探索”视图中的图像作为关键帧 (A)</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/widgets/slider_panel.py"/>
        <source>The seed the sliders were drawn from; a dash where they were not. Type one.</source>
        <translation>滑块所用的采样种子；若非采样所得则显示短横线。可直接输入。</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/widgets/run_panel.py"/>
        <source>The solver that turns noise into a picture</source>
        <translation>把噪声变为图像的求解器</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/widgets/run_panel.py"/>
        <source>The solver that turns noise into a picture: {paper}</source>
        <translation>把噪声变为图像的求解器：{paper}</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/history.py"/>
        <source>The two chosen pins side by side, with their difference</source>
        <translation>并排显示所选的两个固定状态及其差异</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/settings_page.py"/>
        <source>The window is made anew; nothing is lost</source>
        <translation>窗口会重新创建；不会丢失任何内容</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/menus.py"/>
        <location filename="../../explorer/ui/settings_page.py"/>
        <source>Theme</source>
        <translation>主题</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/widgets/path_panel.py"/>
        <source>This model has no encoder, so a picture cannot become a key frame</source>
        <translation>此模型没有编码器，因此图片不能作为关键帧</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/widgets/slider_panel.py"/>
        <source>This model&apos;s dimensions were not measured.</source>
        <translation>此模型的各维度尚未测量。</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/intake.py"/>
        <source>This view has no use for a picture.</source>
        <translation>此视图用不到图片。</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/recovery.py"/>
        <source>Throw that session away</source>
        <translation>丢弃该会话</translation>
    </message>
    <message>
        <location filename="../../explorer/formats/torchscript.py"/>
        <source>TorchScript program</source>
        <translation>TorchScript 程序</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/widgets/direction_panel.py"/>
        <source>Turn round</source>
        <translation>反转方向</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/widgets/path_panel.py"/>
        <source>Turn round at the ends</source>
        <translation>到两端时折返</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/palette.py"/>
        <source>Type a few letters of a command</source>
        <translation>输入命令中的几个字符</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/shortcuts.py"/>
        <source>Type a value</source>
        <translation>输入数值</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/menus.py"/>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/widgets/slider_row.py"/>
        <source>Unlock (L)</source>
        <translation>解锁 (L)</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/widgets/slider_panel.py"/>
        <source>Unlocked sliders to 0, or to the picture&apos;s code (0)</source>
        <translation>未锁定的滑块归零，或回到图像的编码 (0)</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/history.py"/>
        <source>Unpin</source>
        <translation>取消固定</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/settings_page.py"/>
        <source>Unsaved sessions are in</source>
        <translation>未保存的会话位于</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/widgets/pad.py"/>
        <source>Up</source>
        <translation>纵向</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/palette.py"/>
        <source>Up and Down choose, Enter does it, Esc goes back</source>
        <translation>上下键选择，Enter 执行，Esc 返回</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/widgets/slider_menu.py"/>
        <source>Up in the pad</source>
        <translation>作为二维面板的纵轴</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/shortcuts.py"/>
        <source>Up, Down</source>
        <translation>上，下</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/widgets/slider_row.py"/>
        <source>Value in standard deviations of the prior. Click to type.</source>
        <translation>数值，单位为先验分布的标准差。单击以输入。</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/widgets/slider_list.py"/>
        <source>Value of {name}</source>
        <translation>{name} 的值</translation>
    </message>
    <message>
        <location filename="../../explorer/families/vae.py"/>
        <source>Variational autoencoder</source>
        <translation>变分自编码器</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/header.py"/>
        <source>View: {title}</source>
        <translation>视图：{title}</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/views/denoise.py"/>
        <source>Watch and scrub how a diffusion model turns noise into a picture</source>
        <translation>观看并逐步回放扩散模型如何把噪声变为图像</translation>
    </message>
    <message>
        <location filename="../../explorer/export/webp.py"/>
        <source>WebP film</source>
        <translation>WebP 动画</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/widgets/run_panel.py"/>
        <source>What the picture should show</source>
        <translation>图像应显示的内容</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/shortcuts.py"/>
        <source>Wheel, +, -</source>
        <translation>滚轮，+, -</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/shortcuts.py"/>
        <source>Wheel, Left, Right</source>
        <translation>滚轮，左，右</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/widgets/heat.py"/>
        <source>Where it acts</source>
        <translation>作用区域</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/shortcuts.py"/>
        <source>Zoom about the cursor</source>
        <translation>以光标为中心缩放</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/menus.py"/>
        <source>Zoom in</source>
        <translation>放大</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/menus.py"/>
        <source>Zoom out</source>
        <translation>缩小</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/statusbar.py"/>
        <source>cache {used} of {limit} MB</source>
        <translation>缓存 {used}/{limit} MB</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/views/explore.py"/>
        <source>critic {p} (logit {logit})</source>
        <translation>判别器 {p} (logit {logit})</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/explore/rebuilt.py"/>
        <location filename="../../explorer/ui/widgets/triptych.py"/>
        <source>difference</source>
        <translation>差异</translation>
    </message>
    <message>
        <location filename="../../explorer/formats/diffusers.py"/>
        <source>diffusers folder</source>
        <translation>diffusers 文件夹</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/explore/directions.py"/>
        <source>directions</source>
        <translation>方向</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/denoise/deck.py"/>
        <source>evaluation</source>
        <translation>求值次数</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/denoise/deck.py"/>
        <source>evaluation {i} of {n}</source>
        <translation>求值 {i}/{n}</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/denoise/deck.py"/>
        <source>evaluation: of the network
t: timestep on the training scale, from T (all noise) to 0 (clean)
step: of the solver, which may take two evaluations</source>
        <translation>求值：对网络的求值
t：训练尺度上的时间步，从 T(全噪声)到 0(干净)
步：求解器的步，每步可能求值两次</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/widgets/direction_panel.py"/>
        <source>explains {share}</source>
        <translation>解释 {share}</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/views/denoise.py"/>
        <source>finished picture</source>
        <translation>最终图像</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/views/interpolate.py"/>
        <location filename="../../explorer/ui/widgets/path_track.py"/>
        <source>frame {i} of {n}</source>
        <translation>帧 {i}/{n}</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/words.py"/>
        <source>grey</source>
        <translation>灰度</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/header.py"/>
        <source>in use</source>
        <translation>使用中</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/views/interpolate.py"/>
        <source>it has no encoder for {picture}</source>
        <translation>它没有可用于 {picture} 的编码器</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/widgets/slider_face.py"/>
        <source>locked</source>
        <translation>已锁定</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/denoise/deck.py"/>
        <source>log-SNR</source>
        <translation>log-SNR</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/denoise/deck.py"/>
        <source>log-SNR: natural logarithm of α² / σ²</source>
        <translation>log-SNR：α² / σ² 的自然对数</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/statusbar.py"/>
        <source>memory {mb} MB</source>
        <translation>内存 {mb} MB</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/words.py"/>
        <source>mixture</source>
        <translation>混合</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/widgets/run_panel.py"/>
        <source>no class</source>
        <translation>无类别</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/views/interpolate.py"/>
        <source>no model</source>
        <translation>没有模型</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/widgets/slider_panel.py"/>
        <source>none</source>
        <translation>无</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/views/denoise.py"/>
        <source>of the run before</source>
        <translation>上一次运行</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/views/denoise.py"/>
        <source>of {i}</source>
        <translation>共 {i}</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/words.py"/>
        <source>on the shell</source>
        <translation>位于球壳上</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/widgets/triptych.py"/>
        <source>original</source>
        <translation>原图</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/denoise/deck.py"/>
        <source>predicted noise, grey is none</source>
        <translation>预测的噪声，灰色表示无</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/denoise/deck.py"/>
        <source>predicted x0</source>
        <translation>预测的 x0</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/widgets/run_panel.py"/>
        <source>preparing the run</source>
        <translation>正在准备运行</translation>
    </message>
    <message>
        <location filename="../../explorer/formats/pythae.py"/>
        <source>pythae folder</source>
        <translation>pythae 文件夹</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/explore/rebuilt.py"/>
        <source>reconstruction</source>
        <translation>重建</translation>
    </message>
    <message>
        <location filename="../../explorer/formats/safetensors.py"/>
        <source>safetensors</source>
        <translation>safetensors</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/words.py"/>
        <source>seed {seed}</source>
        <translation>种子 {seed}</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/explore/rebuilt.py"/>
        <source>sliders</source>
        <translation>滑块</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/denoise/deck.py"/>
        <source>step {i} of {n}</source>
        <translation>步 {i}/{n}</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/widgets/run_panel.py"/>
        <source>stopped at {i} of {n}</source>
        <translation>停止于 {i}/{n}</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/denoise/deck.py"/>
        <source>t {t} of {n}</source>
        <translation>t {t}/{n}</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/intake.py"/>
        <source>this film carries no recipe</source>
        <translation>此影片不含配方</translation>
    </message>
    <message>
        <location filename="../../explorer/formats/exported.py"/>
        <source>torch.export program</source>
        <translation>torch.export 程序</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/words.py"/>
        <source>values</source>
        <translation>数值</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/denoise/deck.py"/>
        <source>x0 change</source>
        <translation>x0 变化</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/denoise/deck.py"/>
        <source>x0 change: of x0 as shown, root mean square, grey levels of 255</source>
        <translation>x0 变化：所示 x0 的变化，均方根，灰度级(满度 255)</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/denoise/deck.py"/>
        <source>x_t change</source>
        <translation>x_t 变化</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/denoise/deck.py"/>
        <source>x_t change: from step to step, root mean square, grey levels of 255</source>
        <translation>x_t 变化：相邻步之间，均方根，灰度级(满度 255)</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/denoise/deck.py"/>
        <source>x_t, what the network sees</source>
        <translation>x_t，网络所见</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/header.py"/>
        <source>z {shape}</source>
        <translation>z {shape}</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/widgets/picture_bar.py"/>
        <source>zoom {zoom}</source>
        <translation>缩放 {zoom}</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/widgets/pad.py"/>
        <source>{across} across, {up} up</source>
        <translation>横向 {across}，纵向 {up}</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/denoise/deck.py"/>
        <source>{change} levels</source>
        <translation>{change} 级</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/history.py"/>
        <source>{count} back</source>
        <translation>后退 {count} 步</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/statusbar.py"/>
        <source>{count} dropped</source>
        <translation>丢弃 {count}</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/history.py"/>
        <source>{count} forward</source>
        <translation>前进 {count} 步</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/statusbar.py"/>
        <source>{count} frames/s</source>
        <translation>{count} 帧/秒</translation>
    </message>
    <message numerus="yes">
        <location filename="../../explorer/ui/statusbar.py"/>
        <source>{device}, %n threads</source>
        <translation>
            <numerusform>{device}，%n 线程</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../explorer/ui/words.py"/>
        <source>{far} σ inside the shell</source>
        <translation>球壳内 {far} σ</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/widgets/path_track.py"/>
        <location filename="../../explorer/ui/words.py"/>
        <source>{far} σ outside the shell</source>
        <translation>球壳外 {far} σ</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/compare.py"/>
        <source>{first} and {second}</source>
        <translation>{first} 与 {second}</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/widgets/run_panel.py"/>
        <source>{i} of {n}{left}</source>
        <translation>{i}/{n}{left}</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/library_panel.py"/>
        <source>{mb} MB</source>
        <translation>{mb} MB</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/window.py"/>
        <source>{model}[*] - Latent Explorer</source>
        <translation>{model}[*] - Latent Explorer</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/header.py"/>
        <source>{ms} ms in {runtime}</source>
        <translation>{ms} 毫秒，{runtime}</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/statusbar.py"/>
        <source>{ms} ms slider to pixels</source>
        <translation>滑块到像素 {ms} 毫秒</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/widgets/heat.py"/>
        <source>{name}: 0 to {most} levels/σ</source>
        <translation>{name}:0 到 {most} 级/σ</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/widgets/slider_panel.py"/>
        <source>{name}: dimension {index}</source>
        <translation>{name}：维度 {index}</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/widgets/run_panel.py"/>
        <source>{n} evaluations</source>
        <translation>{n} 次求值</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/widgets/timeline.py"/>
        <source>{n} key frames</source>
        <translation>{n} 个关键帧</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/views/interpolate.py"/>
        <source>{picture} added; its latent rebuilds it with a PSNR of {psnr} dB.</source>
        <translation>已添加 {picture}；由其潜变量重建的 PSNR 为 {psnr} dB。</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/words.py"/>
        <source>{point}, edited</source>
        <translation>{point}，已编辑</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/words.py"/>
        <source>{point}, shifted</source>
        <translation>{point}，已平移</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/statusbar.py"/>
        <source>{seconds} s left</source>
        <translation>剩余 {seconds} 秒</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/window.py"/>
        <source>{session}[*] - {model} - Latent Explorer</source>
        <translation>{session}[*] - {model} - Latent Explorer</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/views/interpolate.py"/>
        <source>{share} % of the way from {a} to {b}</source>
        <translation>从 {a} 到 {b} 的 {share} % 处</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/banner.py"/>
        <source>{subject}: {cause}.
{remedy}</source>
        <translation>{subject}：{cause}。
{remedy}</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/widgets/direction_panel.py"/>
        <source>{times} random</source>
        <translation>随机的 {times}</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/widgets/path_panel.py"/>
        <source>{t} s</source>
        <translation>{t} 秒</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/widgets/slider_row.py"/>
        <source>{value} standard deviations. Click to go there (Ctrl+Left, Right).</source>
        <translation>{value} 个标准差。单击前往 (Ctrl+左、右)。</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/header.py"/>
        <source>{what} (Ctrl+{number})</source>
        <translation>{what} (Ctrl+{number})</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/widgets/path_track.py"/>
        <source>σ: how far this latent&apos;s length is from that of samples, which lie on a shell
of radius √(n − ½) in n dimensions, in standard deviations of that length</source>
        <translation>σ：此潜变量的长度与样本长度的差距；n 维中样本位于半径为 √(n − ½) 的
球壳上，以该长度的标准差为单位</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/denoise/deck.py"/>
        <source>σ: share of noise in x_t, 0 to 1 (α² + σ² = 1)</source>
        <translation>σ：x_t 中噪声所占的份额，0 到 1 (α² + σ² = 1)</translation>
    </message>
</context>
</TS>
