<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>Failures</name>
    <message>
        <location filename="../../explorer/formats/jsons.py"/>
        <source>A configuration is a short text.</source>
        <translation>配置应是简短的文本。</translation>
    </message>
    <message>
        <location filename="../../explorer/formats/manifest.py"/>
        <location filename="../../explorer/opening/sidecar.py"/>
        <source>A manifest is a short text.</source>
        <translation>清单应是简短的文本。</translation>
    </message>
    <message>
        <location filename="../../explorer/formats/arrays.py"/>
        <source>A prior is a small file.</source>
        <translation>先验应是小文件。</translation>
    </message>
    <message>
        <location filename="../../explorer/library.py"/>
        <source>A {0} has none.</source>
        <translation>{0} 没有此项。</translation>
    </message>
    <message>
        <location filename="../../explorer/library.py"/>
        <source>A {0} needs it.</source>
        <translation>{0} 需要此项。</translation>
    </message>
    <message>
        <location filename="../../explorer/latent/paths.py"/>
        <source>Add at least two key frames.</source>
        <translation>请至少添加两个关键帧。</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/views/side.py"/>
        <source>Add one that has.</source>
        <translation>请添加一个带编码器的模型。</translation>
    </message>
    <message>
        <location filename="../../explorer/latent/paths.py"/>
        <source>Ask for at least one frame.</source>
        <translation>请至少要求一帧。</translation>
    </message>
    <message>
        <location filename="../../explorer/export/base.py"/>
        <location filename="../../explorer/export/sheet.py"/>
        <source>Ask for at least one.</source>
        <translation>请至少要求一个。</translation>
    </message>
    <message>
        <location filename="../../explorer/latent/paths.py"/>
        <source>Ask for at least two frames.</source>
        <translation>请至少要求两帧。</translation>
    </message>
    <message>
        <location filename="../../explorer/formats/atomic.py"/>
        <source>Ask for less, or save elsewhere.</source>
        <translation>请减少内容，或保存到别处。</translation>
    </message>
    <message>
        <location filename="../../explorer/latent/space.py"/>
        <source>Ask for zero or more.</source>
        <translation>请要求零个或更多。</translation>
    </message>
    <message>
        <location filename="../../explorer/formats/archive.py"/>
        <source>At most {0} make sense there.</source>
        <translation>该处最多 {0} 个才有意义。</translation>
    </message>
    <message>
        <location filename="../../explorer/formats/archive.py"/>
        <source>At most {0} make sense.</source>
        <translation>最多 {0} 个才有意义。</translation>
    </message>
    <message>
        <location filename="../../explorer/session/state.py"/>
        <source>At most {0} pictures and {1} models.</source>
        <translation>最多 {0} 张图像和 {1} 个模型。</translation>
    </message>
    <message>
        <location filename="../../explorer/formats/contents.py"/>
        <location filename="../../explorer/formats/safetensors.py"/>
        <source>At most {0}.</source>
        <translation>最多 {0}。</translation>
    </message>
    <message>
        <location filename="../../explorer/analysis/labels.py"/>
        <source>Begin it with a line such as: seed,smiling</source>
        <translation>请以类似 seed,smiling 的一行开头</translation>
    </message>
    <message>
        <location filename="../../explorer/opening/build.py"/>
        <source>Beside it lies {0}: open both, or give partner={1}.</source>
        <translation>旁边有 {0}：请两个一起打开，或指定 partner={1}。</translation>
    </message>
    <message>
        <location filename="../../explorer/families/trajectory.py"/>
        <source>Branch at a computed step.</source>
        <translation>请在已计算的步处分支。</translation>
    </message>
    <message>
        <location filename="../../explorer/session/tree.py"/>
        <source>Branch at a step that was computed.</source>
        <translation>请在已计算的步处分支。</translation>
    </message>
    <message>
        <location filename="../../explorer/library.py"/>
        <source>Bundled are: {0}.</source>
        <translation>内置的有：{0}。</translation>
    </message>
    <message>
        <location filename="../../explorer/library.py"/>
        <source>Change it there, if it is wrong.</source>
        <translation>如有错误，请在该处更改。</translation>
    </message>
    <message>
        <location filename="../../explorer/session/tree.py"/>
        <source>Change its settings instead.</source>
        <translation>请改为更改其设置。</translation>
    </message>
    <message>
        <location filename="../../explorer/runtimes/programs.py"/>
        <source>Check its inputs&apos; roles and the latent.</source>
        <translation>请检查其输入的角色和潜变量。</translation>
    </message>
    <message>
        <location filename="../../explorer/formats/inert/layouts.py"/>
        <source>Check its name.</source>
        <translation>请检查其名称。</translation>
    </message>
    <message>
        <location filename="../../explorer/opening/sidecar.py"/>
        <location filename="../../explorer/opening/trust.py"/>
        <source>Check its permissions.</source>
        <translation>请检查其权限。</translation>
    </message>
    <message>
        <location filename="../../explorer/formats/jsons.py"/>
        <source>Check the folder is complete.</source>
        <translation>请检查文件夹是否完整。</translation>
    </message>
    <message>
        <location filename="../../explorer/analysis/directions.py"/>
        <location filename="../../explorer/analysis/labels.py"/>
        <location filename="../../explorer/formats/checkpoints.py"/>
        <location filename="../../explorer/formats/picture.py"/>
        <location filename="../../explorer/formats/safetensors.py"/>
        <location filename="../../explorer/formats/source.py"/>
        <location filename="../../explorer/library.py"/>
        <location filename="../../explorer/session/container.py"/>
        <source>Check the name and permissions.</source>
        <translation>请检查名称和权限。</translation>
    </message>
    <message>
        <location filename="../../explorer/library.py"/>
        <source>Check the name.</source>
        <translation>请检查名称。</translation>
    </message>
    <message>
        <location filename="../../explorer/export/gif.py"/>
        <location filename="../../explorer/export/video.py"/>
        <location filename="../../explorer/export/webp.py"/>
        <source>Choose a smaller size, or another format.</source>
        <translation>请选择较小的尺寸，或其他格式。</translation>
    </message>
    <message>
        <location filename="../../explorer/session/state.py"/>
        <source>Choose another run.</source>
        <translation>请选择其他运行。</translation>
    </message>
    <message>
        <location filename="../../explorer/session/plan.py"/>
        <source>Choose four pictures first.</source>
        <translation>请先选择四张图像。</translation>
    </message>
    <message>
        <location filename="../../explorer/analysis/around.py"/>
        <source>Choose two dimensions.</source>
        <translation>请选择两个维度。</translation>
    </message>
    <message>
        <location filename="../../explorer/sampling/engine.py"/>
        <source>Close other models or programs, or ask for fewer pictures.</source>
        <translation>请关闭其他模型或程序，或减少图像数。</translation>
    </message>
    <message>
        <location filename="../../explorer/formats/inert/guard.py"/>
        <source>Close other programs and open it again.</source>
        <translation>请关闭其他程序后重新打开。</translation>
    </message>
    <message>
        <location filename="../../explorer/formats/recognise.py"/>
        <source>Convert it to ONNX.</source>
        <translation>请将其转换为 ONNX。</translation>
    </message>
    <message>
        <location filename="../../explorer/opening/convert.py"/>
        <source>Convert its state dict, or keep the file with its manifest beside it.</source>
        <translation>请转换其 state dict，或将文件与其清单放在一起。</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/clipboard.py"/>
        <source>Copy as Python instead.</source>
        <translation>请改用“复制为 Python 代码”。</translation>
    </message>
    <message>
        <location filename="../../explorer/formats/onnx.py"/>
        <source>Copy both files again, together.</source>
        <translation>请重新一起复制这两个文件。</translation>
    </message>
    <message>
        <location filename="../../explorer/formats/onnx.py"/>
        <source>Copy it beside {0}.</source>
        <translation>请将其复制到 {0} 旁边。</translation>
    </message>
    <message>
        <location filename="../../explorer/opening/convert.py"/>
        <source>Copy its folder as it is.</source>
        <translation>请原样复制其文件夹。</translation>
    </message>
    <message>
        <location filename="../../explorer/session/share.py"/>
        <source>Copy one with Copy as latent.</source>
        <translation>请用“复制潜变量”复制一个。</translation>
    </message>
    <message>
        <location filename="../../explorer/formats/jsons.py"/>
        <source>Copy the folder with its files.</source>
        <translation>请连同文件复制整个文件夹。</translation>
    </message>
    <message>
        <location filename="../../explorer/session/share.py"/>
        <source>Copy the latent again.</source>
        <translation>请重新复制该潜变量。</translation>
    </message>
    <message>
        <location filename="../../explorer/formats/diffusers.py"/>
        <location filename="../../explorer/formats/pythae.py"/>
        <location filename="../../explorer/formats/words.py"/>
        <source>Copy the whole folder.</source>
        <translation>请复制整个文件夹。</translation>
    </message>
    <message>
        <location filename="../../explorer/runtimes/torch_network.py"/>
        <source>Correct architecture and settings in model.toml, or restore the file.</source>
        <translation>请更正 model.toml 中的 architecture 和 settings，或恢复该文件。</translation>
    </message>
    <message>
        <location filename="../../explorer/opening/own_class.py"/>
        <source>Correct it, or its settings in the manifest.</source>
        <translation>请更正它，或更正清单中的设置。</translation>
    </message>
    <message>
        <location filename="../../explorer/opening/own_class.py"/>
        <source>Correct the settings.</source>
        <translation>请更正设置。</translation>
    </message>
    <message>
        <location filename="../../explorer/networks/layer.py"/>
        <source>Correct the value.</source>
        <translation>请更正该值。</translation>
    </message>
    <message>
        <location filename="../../explorer/opening/states.py"/>
        <source>Declare its layers in a manifest, give its class, or export it to ONNX.</source>
        <translation>请在清单中声明其各层、提供其类，或导出为 ONNX。</translation>
    </message>
    <message>
        <location filename="../../explorer/formats/archive.py"/>
        <location filename="../../explorer/formats/diffusers.py"/>
        <location filename="../../explorer/formats/inert/guard.py"/>
        <location filename="../../explorer/formats/inert/machine.py"/>
        <location filename="../../explorer/formats/jsons.py"/>
        <location filename="../../explorer/formats/onnx.py"/>
        <location filename="../../explorer/formats/onnx_graph.py"/>
        <location filename="../../explorer/formats/protobuf.py"/>
        <source>Do not trust it.</source>
        <translation>请勿信任它。</translation>
    </message>
    <message>
        <location filename="../../explorer/formats/checkpoints.py"/>
        <location filename="../../explorer/formats/diffusers.py"/>
        <location filename="../../explorer/formats/inert/guard.py"/>
        <location filename="../../explorer/formats/inert/layouts.py"/>
        <location filename="../../explorer/formats/jsons.py"/>
        <location filename="../../explorer/formats/recognise.py"/>
        <location filename="../../explorer/formats/source.py"/>
        <location filename="../../explorer/formats/words.py"/>
        <source>Download it again.</source>
        <translation>请重新下载。</translation>
    </message>
    <message>
        <location filename="../../explorer/formats/contents.py"/>
        <location filename="../../explorer/formats/inert/machine.py"/>
        <source>Download it again; if that does not help, ask whoever made it to save it again.</source>
        <translation>请重新下载；若无效，请让制作者重新保存。</translation>
    </message>
    <message>
        <location filename="../../explorer/formats/safetensors.py"/>
        <source>Download or export the file again.</source>
        <translation>请重新下载或导出该文件。</translation>
    </message>
    <message>
        <location filename="../../explorer/formats/archive.py"/>
        <source>Download or save the file again.</source>
        <translation>请重新下载或保存该文件。</translation>
    </message>
    <message>
        <location filename="../../explorer/export/read_key.py"/>
        <source>Drop a picture.</source>
        <translation>请拖入图片。</translation>
    </message>
    <message>
        <location filename="../../explorer/opening/explain.py"/>
        <source>Drop it on an open model.</source>
        <translation>请把它拖放到已打开的模型上。</translation>
    </message>
    <message>
        <location filename="../../explorer/session/python.py"/>
        <source>Drop one first.</source>
        <translation>请先拖入一张图片。</translation>
    </message>
    <message>
        <location filename="../../explorer/session/plan.py"/>
        <source>Drop one on the window.</source>
        <translation>请把一个拖放到窗口中。</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/clipboard.py"/>
        <source>Encode the picture in Explore.</source>
        <translation>请在“探索”视图中编码该图片。</translation>
    </message>
    <message>
        <location filename="../../explorer/runtimes/fitted.py"/>
        <source>Export again.</source>
        <translation>请重新导出。</translation>
    </message>
    <message>
        <location filename="../../explorer/formats/onnx.py"/>
        <source>Export it again with opset_version={0}.</source>
        <translation>请用 opset_version={0} 重新导出。</translation>
    </message>
    <message>
        <location filename="../../explorer/formats/onnx.py"/>
        <source>Export it again with standard operators only.</source>
        <translation>请只用标准算子重新导出。</translation>
    </message>
    <message>
        <location filename="../../explorer/runtimes/programs.py"/>
        <source>Export it again with this torch.</source>
        <translation>请用此版本的 torch 重新导出。</translation>
    </message>
    <message>
        <location filename="../../explorer/formats/exported.py"/>
        <source>Export it again with torch.export, or save its state dict.</source>
        <translation>请用 torch.export 重新导出，或保存其 state dict。</translation>
    </message>
    <message>
        <location filename="../../explorer/formats/onnx.py"/>
        <source>Export it again without it.</source>
        <translation>请去掉它后重新导出。</translation>
    </message>
    <message>
        <location filename="../../explorer/formats/onnx.py"/>
        <location filename="../../explorer/formats/onnx_numbers.py"/>
        <location filename="../../explorer/runtimes/onnx.py"/>
        <source>Export it again.</source>
        <translation>请重新导出。</translation>
    </message>
    <message>
        <location filename="../../explorer/opening/graphs.py"/>
        <source>Export its decoder alone, or say which input is the latent.</source>
        <translation>请单独导出其解码器，或指明哪个输入是潜变量。</translation>
    </message>
    <message>
        <location filename="../../explorer/formats/protobuf.py"/>
        <source>Export or download again.</source>
        <translation>请重新导出或下载。</translation>
    </message>
    <message>
        <location filename="../../explorer/formats/recognise.py"/>
        <source>Fetch the file with `git lfs pull`, or download it from the site.</source>
        <translation>请用 `git lfs pull` 获取该文件，或从网站下载。</translation>
    </message>
    <message>
        <location filename="../../explorer/session/autosave.py"/>
        <source>Free some space or allow writing there; until then nothing is autosaved.</source>
        <translation>请腾出空间或允许写入；在此之前不会自动保存。</translation>
    </message>
    <message>
        <location filename="../../explorer/formats/atomic.py"/>
        <source>Free some space, or save elsewhere.</source>
        <translation>请释放一些空间，或保存到别处。</translation>
    </message>
    <message>
        <location filename="../../explorer/export/base.py"/>
        <location filename="../../explorer/formats/picture.py"/>
        <source>Give (H, W, 1, 3 or 4).</source>
        <translation>请给出 (H, W, 1、3 或 4)。</translation>
    </message>
    <message>
        <location filename="../../explorer/opening/answers.py"/>
        <source>Give 1 to {0} layers.</source>
        <translation>请给出 1 到 {0} 层。</translation>
    </message>
    <message>
        <location filename="../../explorer/session/container.py"/>
        <source>Give a .lsx file.</source>
        <translation>请给出 .lsx 文件。</translation>
    </message>
    <message>
        <location filename="../../explorer/formats/recognise.py"/>
        <source>Give a PNG or JPEG.</source>
        <translation>请给出 PNG 或 JPEG。</translation>
    </message>
    <message>
        <location filename="../../explorer/formats/inert/guard.py"/>
        <source>Give a checkpoint.</source>
        <translation>请给出检查点。</translation>
    </message>
    <message>
        <location filename="../../explorer/analysis/directions.py"/>
        <source>Give a file that ends in {0}.</source>
        <translation>请给出以 {0} 结尾的文件。</translation>
    </message>
    <message>
        <location filename="../../explorer/formats/manifest.py"/>
        <source>Give a folder that holds a {0}.</source>
        <translation>请给出包含 {0} 的文件夹。</translation>
    </message>
    <message>
        <location filename="../../explorer/opening/hub.py"/>
        <source>Give a folder whose parts belong together.</source>
        <translation>请提供各部分相配的文件夹。</translation>
    </message>
    <message>
        <location filename="../../explorer/opening/hub.py"/>
        <source>Give a folder with a unet or a vae.</source>
        <translation>请给出包含 unet 或 vae 的文件夹。</translation>
    </message>
    <message>
        <location filename="../../explorer/formats/recognise.py"/>
        <source>Give a model&apos;s folder, or a file.</source>
        <translation>请给出模型文件夹或文件。</translation>
    </message>
    <message>
        <location filename="../../explorer/formats/recognise.py"/>
        <source>Give a model.</source>
        <translation>请给出模型。</translation>
    </message>
    <message>
        <location filename="../../explorer/opening/convert.py"/>
        <source>Give a new folder.</source>
        <translation>请给出新文件夹。</translation>
    </message>
    <message>
        <location filename="../../explorer/session/share.py"/>
        <source>Give a picture saved here.</source>
        <translation>请给出由本程序保存的图片。</translation>
    </message>
    <message>
        <location filename="../../explorer/session/files.py"/>
        <source>Give a {0} file.</source>
        <translation>请给出 {0} 文件。</translation>
    </message>
    <message>
        <location filename="../../explorer/latent/space.py"/>
        <source>Give an array of ({0}).</source>
        <translation>请给出形状为 ({0}) 的数组。</translation>
    </message>
    <message>
        <location filename="../../explorer/families/base.py"/>
        <location filename="../../explorer/latent/space.py"/>
        <source>Give an array.</source>
        <translation>请给出数组。</translation>
    </message>
    <message>
        <location filename="../../explorer/opening/explain.py"/>
        <source>Give an encoder and its decoder.</source>
        <translation>请给出编码器及其解码器。</translation>
    </message>
    <message>
        <location filename="../../explorer/formats/recognise.py"/>
        <source>Give an image model.</source>
        <translation>请给出图像模型。</translation>
    </message>
    <message>
        <location filename="../../explorer/opening/convert.py"/>
        <source>Give another place.</source>
        <translation>请给出其他位置。</translation>
    </message>
    <message>
        <location filename="../../explorer/analysis/labels.py"/>
        <source>Give fewer rows.</source>
        <translation>请减少行数。</translation>
    </message>
    <message>
        <location filename="../../explorer/analysis/labels.py"/>
        <source>Give fewer.</source>
        <translation>请减少数量。</translation>
    </message>
    <message>
        <location filename="../../explorer/formats/picture.py"/>
        <source>Give height * width * channels.</source>
        <translation>请给出 高 * 宽 * 通道数。</translation>
    </message>
    <message>
        <location filename="../../explorer/networks/__init__.py"/>
        <source>Give it the keyword arguments of {0}.</source>
        <translation>请给出 {0} 的关键字参数。</translation>
    </message>
    <message>
        <location filename="../../explorer/networks/layer.py"/>
        <source>Give its weight.</source>
        <translation>请给出其权重。</translation>
    </message>
    <message>
        <location filename="../../explorer/analysis/directions.py"/>
        <source>Give numbers, not all of them zero.</source>
        <translation>请给出不全为零的数。</translation>
    </message>
    <message>
        <location filename="../../explorer/latent/space.py"/>
        <source>Give one a dimension, or none.</source>
        <translation>请每个维度给出一个，或都不给。</translation>
    </message>
    <message>
        <location filename="../../explorer/latent/paths.py"/>
        <source>Give one a key.</source>
        <translation>请每个关键帧给出一个。</translation>
    </message>
    <message>
        <location filename="../../explorer/analysis/attributes.py"/>
        <source>Give one a latent.</source>
        <translation>请每个潜变量给出一个。</translation>
    </message>
    <message>
        <location filename="../../explorer/latent/paths.py"/>
        <source>Give one a segment.</source>
        <translation>请每段给出一个。</translation>
    </message>
    <message>
        <location filename="../../explorer/latent/timing.py"/>
        <source>Give one a step.</source>
        <translation>请每步给出一个。</translation>
    </message>
    <message>
        <location filename="../../explorer/analysis/labels.py"/>
        <source>Give one each.</source>
        <translation>请各给出一个。</translation>
    </message>
    <message>
        <location filename="../../explorer/latent/priors.py"/>
        <source>Give one for each, at least one of them above zero.</source>
        <translation>请为每个给出一个，至少一个大于零。</translation>
    </message>
    <message>
        <location filename="../../explorer/families/base.py"/>
        <source>Give one of {0}.</source>
        <translation>请给出 {0} 之一。</translation>
    </message>
    <message>
        <location filename="../../explorer/export/base.py"/>
        <location filename="../../explorer/latent/paths.py"/>
        <source>Give one shape.</source>
        <translation>请给出单一形状。</translation>
    </message>
    <message>
        <location filename="../../explorer/latent/space.py"/>
        <source>Give one that fits.</source>
        <translation>请给出合适的一个。</translation>
    </message>
    <message>
        <location filename="../../explorer/families/style_transfer.py"/>
        <source>Give one, or one for each.</source>
        <translation>给出一张，或每张各一张。</translation>
    </message>
    <message>
        <location filename="../../explorer/latent/space.py"/>
        <source>Give sizes above zero.</source>
        <translation>请给出大于零的尺寸。</translation>
    </message>
    <message>
        <location filename="../../explorer/formats/recognise.py"/>
        <source>Give the .onnx.</source>
        <translation>请给出 .onnx 文件。</translation>
    </message>
    <message>
        <location filename="../../explorer/opening/build.py"/>
        <source>Give the file that has it as partner.</source>
        <translation>请把含有它的文件作为 partner 给出。</translation>
    </message>
    <message>
        <location filename="../../explorer/formats/atomic.py"/>
        <source>Give the name of a file.</source>
        <translation>请给出文件名。</translation>
    </message>
    <message>
        <location filename="../../explorer/opening/hub.py"/>
        <source>Give the whole pipeline&apos;s folder.</source>
        <translation>请给出整个 pipeline 的文件夹。</translation>
    </message>
    <message>
        <location filename="../../explorer/opening/build.py"/>
        <source>Give the {0}&apos;s file as partner.</source>
        <translation>请把 {0} 的文件作为 partner 给出。</translation>
    </message>
    <message>
        <location filename="../../explorer/analysis/labels.py"/>
        <source>Give whole numbers.</source>
        <translation>请给出整数。</translation>
    </message>
    <message>
        <location filename="../../explorer/families/prompts.py"/>
        <source>Give words.</source>
        <translation>请提供词语。</translation>
    </message>
    <message>
        <location filename="../../explorer/analysis/attributes.py"/>
        <source>Give {0} of each at least.</source>
        <translation>请各至少给出 {0} 个。</translation>
    </message>
    <message>
        <location filename="../../explorer/families/base.py"/>
        <location filename="../../explorer/opening/answers.py"/>
        <location filename="../../explorer/scenes.py"/>
        <source>Give {0}.</source>
        <translation>请给出 {0}。</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/clipboard.py"/>
        <source>Go back to noise first.</source>
        <translation>请先回到噪声。</translation>
    </message>
    <message>
        <location filename="../../explorer/session/python.py"/>
        <source>Go to another view.</source>
        <translation>请换一个视图。</translation>
    </message>
    <message>
        <location filename="../../explorer/session/state.py"/>
        <source>Grow it again.</source>
        <translation>请重新生成该分支。</translation>
    </message>
    <message>
        <location filename="../../explorer/opening/trust.py"/>
        <source>If you know who wrote it, trust it in the window or with --trust {0}</source>
        <translation>若您了解其作者，可在窗口中或用 --trust {0} 信任它</translation>
    </message>
    <message>
        <location filename="../../explorer/export/video.py"/>
        <source>Install the package av, or save a WebP film.</source>
        <translation>请安装 av 包，或保存为 WebP 动画。</translation>
    </message>
    <message>
        <location filename="../../explorer/sampling/loader.py"/>
        <source>Install the program again.</source>
        <translation>请重新安装本程序。</translation>
    </message>
    <message>
        <location filename="../../explorer/opening/stack.py"/>
        <source>It has {0}.</source>
        <translation>它有 {0}。</translation>
    </message>
    <message>
        <location filename="../../explorer/families/base.py"/>
        <location filename="../../explorer/families/prompts.py"/>
        <source>It has: {0}.</source>
        <translation>它有：{0}。</translation>
    </message>
    <message>
        <location filename="../../explorer/formats/inert/calls.py"/>
        <source>It is an attack; nothing of it was run. Delete it and warn whoever gave it to you.</source>
        <translation>这是一次攻击；其中没有任何内容被运行。请删除它，并提醒给你此文件的人。</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/finder.py"/>
        <source>It is not beside what was opened, in the library or beside recent files either. Put it there, or find it yourself.</source>
        <translation>在所打开的文件旁、模型库中和最近文件旁也没有找到它。请把它放到那里，或自行指定它的位置。</translation>
    </message>
    <message>
        <location filename="../../explorer/networks/__init__.py"/>
        <source>It knows {0}.</source>
        <translation>它只知道 {0}。</translation>
    </message>
    <message>
        <location filename="../../explorer/formats/inert/guard.py"/>
        <source>It needs more memory or time than allowed: do not trust it.</source>
        <translation>它所需的内存或时间超出限制：请勿信任它。</translation>
    </message>
    <message>
        <location filename="../../explorer/formats/inert/opcodes.py"/>
        <source>It was made to attack the program that opens it; nothing of it was run. Delete it.</source>
        <translation>它是为攻击打开它的程序而制作的；其中没有任何内容被运行。请删除它。</translation>
    </message>
    <message>
        <location filename="../../explorer/formats/archive.py"/>
        <source>It was made to deceive: do not trust it.</source>
        <translation>它是为欺骗而制作的：请勿信任它。</translation>
    </message>
    <message>
        <location filename="../../explorer/opening/hub.py"/>
        <source>Known are the schedules {0} and {1}.</source>
        <translation>已知的噪声调度为 {0} 和 {1}。</translation>
    </message>
    <message>
        <location filename="../../explorer/formats/words.py"/>
        <source>Known is {0}, inverted, removed.</source>
        <translation>已知的是 {0}，取反并移除。</translation>
    </message>
    <message>
        <location filename="../../explorer/sampling/label_requests.py"/>
        <source>Label seeds, or open a VAE.</source>
        <translation>请标注种子，或打开一个 VAE。</translation>
    </message>
    <message>
        <location filename="../../explorer/sampling/label_requests.py"/>
        <source>Label some samples first.</source>
        <translation>请先标注一些样本。</translation>
    </message>
    <message>
        <location filename="../../explorer/families/evaluation.py"/>
        <source>Lower the guidance, or check the weights.</source>
        <translation>请降低引导强度，或检查权重。</translation>
    </message>
    <message>
        <location filename="../../explorer/export/video.py"/>
        <source>MP4</source>
        <translation>MP4</translation>
    </message>
    <message>
        <location filename="../../explorer/formats/words.py"/>
        <source>Make it 3 to {0}.</source>
        <translation>请设为 3 到 {0}。</translation>
    </message>
    <message>
        <location filename="../../explorer/families/diffusion.py"/>
        <source>Make it {0}.</source>
        <translation>请改为 {0}。</translation>
    </message>
    <message>
        <location filename="../../explorer/formats/atomic.py"/>
        <source>Make the folder, or check the name.</source>
        <translation>请创建该文件夹，或检查名称。</translation>
    </message>
    <message>
        <location filename="../../explorer/formats/manifest.py"/>
        <source>Make {0} {1}.</source>
        <translation>请将 {0} 设为 {1}。</translation>
    </message>
    <message>
        <location filename="../../explorer/analysis/groups.py"/>
        <source>Mark other pictures.</source>
        <translation>请标记其他图像。</translation>
    </message>
    <message>
        <location filename="../../explorer/analysis/groups.py"/>
        <source>Mark pictures for both.</source>
        <translation>请为两组都标记图像。</translation>
    </message>
    <message>
        <location filename="../../explorer/analysis/groups.py"/>
        <source>Mark pictures of one model.</source>
        <translation>请只标记同一模型的图像。</translation>
    </message>
    <message>
        <location filename="../../explorer/latent/timing.py"/>
        <source>Measure it again.</source>
        <translation>请重新测量。</translation>
    </message>
    <message>
        <location filename="../../explorer/latent/timing.py"/>
        <source>Measure the path again.</source>
        <translation>请重新测量路径。</translation>
    </message>
    <message>
        <location filename="../../explorer/latent/timing.py"/>
        <source>Measure them again.</source>
        <translation>请重新测量。</translation>
    </message>
    <message>
        <location filename="../../explorer/formats/manifest.py"/>
        <source>Mend the line, or restore the file.</source>
        <translation>请修正该行，或恢复该文件。</translation>
    </message>
    <message>
        <location filename="../../explorer/opening/answers.py"/>
        <source>Mend the line.</source>
        <translation>请修正该行。</translation>
    </message>
    <message>
        <location filename="../../explorer/opening/hub_embeddings.py"/>
        <source>Move the embeddings away, or the classes.</source>
        <translation>请移走嵌入或类别。</translation>
    </message>
    <message>
        <location filename="../../explorer/opening/hub_embeddings.py"/>
        <source>Name 1 to {0}, and at most one for nothing.</source>
        <translation>请列出 1 至 {0} 个，其中至多一个表示无。</translation>
    </message>
    <message>
        <location filename="../../explorer/opening/answers.py"/>
        <source>Name a file in the same folder.</source>
        <translation>请指定同一文件夹中的文件。</translation>
    </message>
    <message>
        <location filename="../../explorer/opening/own_class.py"/>
        <source>Name the class that these weights were saved from.</source>
        <translation>请指明保存这些权重的类。</translation>
    </message>
    <message>
        <location filename="../../explorer/opening/own_class.py"/>
        <source>Name the network&apos;s class.</source>
        <translation>请指明网络的类。</translation>
    </message>
    <message>
        <location filename="../../explorer/analysis/directions.py"/>
        <source>No file of directions needs it.</source>
        <translation>方向文件不需要它。</translation>
    </message>
    <message>
        <location filename="../../explorer/formats/safetensors.py"/>
        <source>No real model needs it.</source>
        <translation>真正的模型不需要它。</translation>
    </message>
    <message>
        <location filename="../../explorer/formats/contents.py"/>
        <location filename="../../explorer/formats/safetensors.py"/>
        <source>No real model needs so many.</source>
        <translation>真正的模型不需要这么多。</translation>
    </message>
    <message>
        <location filename="../../explorer/formats/diffusers.py"/>
        <source>No real network is that large: do not trust it.</source>
        <translation>真正的网络不会这么大：请勿信任它。</translation>
    </message>
    <message>
        <location filename="../../explorer/formats/contents.py"/>
        <source>No real network repeats its weights like this: do not trust the file.</source>
        <translation>真正的网络不会这样重复权重：请勿信任该文件。</translation>
    </message>
    <message>
        <location filename="../../explorer/session/container.py"/>
        <source>No session is that large.</source>
        <translation>会话不会这么大。</translation>
    </message>
    <message>
        <location filename="../../explorer/session/autosave.py"/>
        <source>Nothing is autosaved.</source>
        <translation>不会自动保存。</translation>
    </message>
    <message>
        <location filename="../../explorer/runtimes/onnx.py"/>
        <source>ONNX Runtime cannot load it ({0})</source>
        <translation>ONNX Runtime 无法加载它 ({0})</translation>
    </message>
    <message>
        <location filename="../../explorer/runtimes/onnx.py"/>
        <source>ONNX Runtime failed ({0})</source>
        <translation>ONNX Runtime 运行失败 ({0})</translation>
    </message>
    <message>
        <location filename="../../explorer/formats/diffusers.py"/>
        <source>Only diffusers&apos; own networks are read, CLIPTextModel and tokenizers of whole words; open its unet or vae folder alone.</source>
        <translation>只读取 diffusers 自己的网络、CLIPTextModel 和整词分词器；请单独打开其 unet 或 vae 文件夹。</translation>
    </message>
    <message>
        <location filename="../../explorer/formats/diffusers.py"/>
        <source>Only diffusers&apos; own networks are read. Remove the file if the model works without.</source>
        <translation>只读取 diffusers 自身的网络。若模型不需要该文件，请将其移除。</translation>
    </message>
    <message>
        <location filename="../../explorer/sampling/analysis_requests.py"/>
        <location filename="../../explorer/sampling/pace.py"/>
        <source>Open a VAE or a GAN.</source>
        <translation>请打开 VAE 或 GAN。</translation>
    </message>
    <message>
        <location filename="../../explorer/sampling/denoise_requests.py"/>
        <source>Open a diffusion model.</source>
        <translation>请打开扩散模型。</translation>
    </message>
    <message>
        <location filename="../../explorer/families/base.py"/>
        <source>Open a model that can.</source>
        <translation>请打开支持此功能的模型。</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/clipboard.py"/>
        <source>Open a model that does, such as scenes-vae.</source>
        <translation>请打开一个能够生成的模型，例如 scenes-vae。</translation>
    </message>
    <message>
        <location filename="../../explorer/families/fitting.py"/>
        <source>Open a model that has an encoder.</source>
        <translation>请打开带编码器的模型。</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/explore/rebuilt.py"/>
        <source>Open a model that has one, such as scenes-vae.</source>
        <translation>请打开带编码器的模型，例如 scenes-vae。</translation>
    </message>
    <message>
        <location filename="../../explorer/session/container.py"/>
        <source>Open an earlier copy of it.</source>
        <translation>请打开较早的副本。</translation>
    </message>
    <message>
        <location filename="../../explorer/formats/contents.py"/>
        <location filename="../../explorer/formats/inert/guard.py"/>
        <location filename="../../explorer/formats/source.py"/>
        <location filename="../../explorer/runtimes/programs.py"/>
        <source>Open it again.</source>
        <translation>请重新打开。</translation>
    </message>
    <message>
        <location filename="../../explorer/sampling/engine.py"/>
        <source>Open it again; report it if it stays.</source>
        <translation>请重新打开；若仍如此，请报告问题。</translation>
    </message>
    <message>
        <location filename="../../explorer/opening/build.py"/>
        <source>Open it first.</source>
        <translation>请先打开它。</translation>
    </message>
    <message>
        <location filename="../../explorer/recognition/find.py"/>
        <source>Open it together with the {0}&apos;s file.</source>
        <translation>请与 {0} 的文件一起打开。</translation>
    </message>
    <message>
        <location filename="../../explorer/session/fits.py"/>
        <source>Open it with the model it was saved with.</source>
        <translation>请用保存时所用的模型打开。</translation>
    </message>
    <message>
        <location filename="../../explorer/opening/graphs.py"/>
        <source>Open its generator, with this file as partner.</source>
        <translation>请打开其生成器，并以此文件作为 partner。</translation>
    </message>
    <message>
        <location filename="../../explorer/session/share.py"/>
        <source>Open its model by hand.</source>
        <translation>请手动打开其模型。</translation>
    </message>
    <message>
        <location filename="../../explorer/opening/hub.py"/>
        <source>Open its unet folder alone.</source>
        <translation>请单独打开其 unet 文件夹。</translation>
    </message>
    <message>
        <location filename="../../explorer/session/spaces.py"/>
        <source>Open the model it is of.</source>
        <translation>请打开它所属的模型。</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/explore/directions.py"/>
        <source>Open the model that they were found in.</source>
        <translation>请打开得出这些方向的模型。</translation>
    </message>
    <message>
        <location filename="../../explorer/latent/points.py"/>
        <source>Open the model these values were made with.</source>
        <translation>请打开生成这些值的模型。</translation>
    </message>
    <message>
        <location filename="../../explorer/latent/space.py"/>
        <source>Open the model they are of.</source>
        <translation>请打开它们所属的模型。</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/clipboard.py"/>
        <source>Open {0}, then paste it again.</source>
        <translation>请打开 {0}，然后重新粘贴。</translation>
    </message>
    <message>
        <location filename="../../explorer/opening/trust.py"/>
        <source>Put it back.</source>
        <translation>请把它放回。</translation>
    </message>
    <message>
        <location filename="../../explorer/export/video.py"/>
        <source>PyAV is not installed</source>
        <translation>未安装 PyAV</translation>
    </message>
    <message>
        <location filename="../../explorer/session/python.py"/>
        <source>Python</source>
        <translation>Python</translation>
    </message>
    <message>
        <location filename="../../explorer/opening/sidecar.py"/>
        <source>Remove it by hand.</source>
        <translation>请手动移除。</translation>
    </message>
    <message>
        <location filename="../../explorer/opening/answers.py"/>
        <location filename="../../explorer/opening/sidecar.py"/>
        <source>Remove it.</source>
        <translation>请移除它。</translation>
    </message>
    <message>
        <location filename="../../explorer/families/base.py"/>
        <location filename="../../explorer/latent/space.py"/>
        <source>Replace NaN and infinity.</source>
        <translation>请替换 NaN 和无穷大。</translation>
    </message>
    <message>
        <location filename="../../explorer/session/keys.py"/>
        <source>Replace this one instead.</source>
        <translation>请改为替换此文件。</translation>
    </message>
    <message>
        <location filename="../../explorer/recognition/load.py"/>
        <source>Report this with the file&apos;s name.</source>
        <translation>请连同文件名报告此问题。</translation>
    </message>
    <message>
        <location filename="../../explorer/session/recipe.py"/>
        <source>Report this.</source>
        <translation>请报告此问题。</translation>
    </message>
    <message>
        <location filename="../../explorer/formats/arrays.py"/>
        <location filename="../../explorer/library.py"/>
        <location filename="../../explorer/session/models.py"/>
        <source>Restore it beside model.toml.</source>
        <translation>请将其恢复到 model.toml 旁边。</translation>
    </message>
    <message>
        <location filename="../../explorer/runtimes/onnx.py"/>
        <source>Restore it, or export it again.</source>
        <translation>请恢复它，或重新导出。</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/views/explore.py"/>
        <source>Restore its weight files, or move the sliders nearer to 0.</source>
        <translation>请恢复其权重文件，或将滑块移近 0。</translation>
    </message>
    <message>
        <location filename="../../explorer/formats/words.py"/>
        <source>Restore {0} beside it.</source>
        <translation>请在旁边恢复 {0}。</translation>
    </message>
    <message>
        <location filename="../../explorer/runtimes/torch_network.py"/>
        <source>Run it as ONNX.</source>
        <translation>请以 ONNX 运行。</translation>
    </message>
    <message>
        <location filename="../../explorer/session/files.py"/>
        <source>Save again.</source>
        <translation>请重新保存。</translation>
    </message>
    <message>
        <location filename="../../explorer/formats/atomic.py"/>
        <source>Save elsewhere.</source>
        <translation>请保存到别处。</translation>
    </message>
    <message>
        <location filename="../../explorer/formats/inert/layouts.py"/>
        <location filename="../../explorer/formats/inert/legacy.py"/>
        <source>Save it again on a usual one.</source>
        <translation>请在常见的机器上重新保存。</translation>
    </message>
    <message>
        <location filename="../../explorer/session/container.py"/>
        <source>Save it again with Latent Explorer.</source>
        <translation>请用 Latent Explorer 重新保存。</translation>
    </message>
    <message>
        <location filename="../../explorer/runtimes/programs.py"/>
        <source>Save it again with this torch.</source>
        <translation>请用此版本的 torch 重新保存。</translation>
    </message>
    <message>
        <location filename="../../explorer/formats/archive.py"/>
        <source>Save it again without compression.</source>
        <translation>请不压缩地重新保存。</translation>
    </message>
    <message>
        <location filename="../../explorer/formats/inert/guard.py"/>
        <source>Save it again.</source>
        <translation>请重新保存。</translation>
    </message>
    <message>
        <location filename="../../explorer/formats/safetensors.py"/>
        <source>Save it as float32 or float16.</source>
        <translation>请保存为 float32 或 float16。</translation>
    </message>
    <message>
        <location filename="../../explorer/formats/inert/legacy.py"/>
        <source>Save it as float32.</source>
        <translation>请保存为 float32。</translation>
    </message>
    <message>
        <location filename="../../explorer/formats/picture.py"/>
        <source>Save it with 8 or 16 bits.</source>
        <translation>请以 8 或 16 位保存。</translation>
    </message>
    <message>
        <location filename="../../explorer/analysis/directions.py"/>
        <source>Save the directions again.</source>
        <translation>请重新保存方向。</translation>
    </message>
    <message>
        <location filename="../../explorer/session/share.py"/>
        <source>Save the session, or scale the picture down.</source>
        <translation>请保存会话，或缩小图片。</translation>
    </message>
    <message>
        <location filename="../../explorer/analysis/labels.py"/>
        <source>Save the table as CSV, UTF-8.</source>
        <translation>请将表格保存为 UTF-8 编码的 CSV。</translation>
    </message>
    <message>
        <location filename="../../explorer/analysis/labels.py"/>
        <source>Save the table as CSV.</source>
        <translation>请将表格保存为 CSV。</translation>
    </message>
    <message>
        <location filename="../../explorer/formats/pythae.py"/>
        <source>Save their state dict from the program that trained them, and open that.</source>
        <translation>请从训练它们的程序中保存 state dict，再打开它。</translation>
    </message>
    <message>
        <location filename="../../explorer/formats/atomic.py"/>
        <source>Save to a folder of your own.</source>
        <translation>请保存到您自己的文件夹。</translation>
    </message>
    <message>
        <location filename="../../explorer/session/files.py"/>
        <source>Save under another name, or open it again.</source>
        <translation>请另存为其他名称，或重新打开。</translation>
    </message>
    <message>
        <location filename="../../explorer/opening/probe.py"/>
        <source>Say it: [image] size = [64, 64], channels = 3.</source>
        <translation>请写明：[image] size = [64, 64], channels = 3。</translation>
    </message>
    <message>
        <location filename="../../explorer/opening/probe.py"/>
        <source>Say it: [latent] shape = [64].</source>
        <translation>请写明：[latent] shape = [64]。</translation>
    </message>
    <message>
        <location filename="../../explorer/opening/graphs.py"/>
        <source>Say so in its manifest: [inputs] and [outputs].</source>
        <translation>请在其清单中写明：[inputs] 和 [outputs]。</translation>
    </message>
    <message>
        <location filename="../../explorer/opening/probe.py"/>
        <source>Say which output is the picture, and its layout.</source>
        <translation>请指明哪个输出是图像及其布局。</translation>
    </message>
    <message>
        <location filename="../../explorer/formats/picture.py"/>
        <source>Scale it below {0} megapixels.</source>
        <translation>请缩小到 {0} 百万像素以下。</translation>
    </message>
    <message>
        <location filename="../../explorer/session/python.py"/>
        <source>Scale the picture down and drop it again.</source>
        <translation>请缩小图片后重新拖放。</translation>
    </message>
    <message>
        <location filename="../../explorer/families/base.py"/>
        <source>Scale them to 0 to 1 (bytes: divide by 255).</source>
        <translation>请缩放到 0 到 1(字节：除以 255)。</translation>
    </message>
    <message>
        <location filename="../../explorer/families/trajectory.py"/>
        <source>See DenoiseSettings.</source>
        <translation>请参阅 DenoiseSettings。</translation>
    </message>
    <message>
        <location filename="../../explorer/families/stages.py"/>
        <source>See StageSettings.</source>
        <translation>请参阅 StageSettings。</translation>
    </message>
    <message>
        <location filename="../../explorer/opening/answers.py"/>
        <source>See docs/formats.md.</source>
        <translation>请参阅 docs/formats.md。</translation>
    </message>
    <message>
        <location filename="../../explorer/session/recipe.py"/>
        <source>Set it to a number.</source>
        <translation>请设为一个数。</translation>
    </message>
    <message>
        <location filename="../../explorer/latent/paths.py"/>
        <source>Sort and scale them.</source>
        <translation>请排序并缩放。</translation>
    </message>
    <message>
        <location filename="../../explorer/session/recipe.py"/>
        <source>Start from another picture.</source>
        <translation>请从另一张图片开始。</translation>
    </message>
    <message>
        <location filename="../../explorer/opening/hub_embeddings.py"/>
        <source>Store them as the network was trained with them.</source>
        <translation>请按网络训练时的形式保存它们。</translation>
    </message>
    <message>
        <location filename="../../explorer/formats/archive.py"/>
        <source>Such a file shows different things to different programs: do not trust it.</source>
        <translation>这种文件在不同程序中显示不同内容：请勿信任它。</translation>
    </message>
    <message>
        <location filename="../../explorer/opening/stack.py"/>
        <source>That is no {0}.</source>
        <translation>那不是 {0}。</translation>
    </message>
    <message>
        <location filename="../../explorer/networks/layer.py"/>
        <source>The kinds are {0}.</source>
        <translation>种类有 {0}。</translation>
    </message>
    <message>
        <location filename="../../explorer/formats/contents.py"/>
        <source>The limit is {0} GiB; raise it in the settings.</source>
        <translation>上限为 {0} GiB；可在设置中调高。</translation>
    </message>
    <message>
        <location filename="../../explorer/analysis/local.py"/>
        <source>They are for up to {0} dimensions.</source>
        <translation>它们最多用于 {0} 维。</translation>
    </message>
    <message>
        <location filename="../../explorer/formats/words.py"/>
        <source>Tokenizers of whole words (WordLevel) are read.</source>
        <translation>可读取整词分词器（WordLevel）。</translation>
    </message>
    <message>
        <location filename="../../explorer/runtimes/onnx.py"/>
        <location filename="../../explorer/runtimes/torch_network.py"/>
        <source>Try a smaller batch.</source>
        <translation>请尝试较小的批量。</translation>
    </message>
    <message>
        <location filename="../../explorer/formats/recognise.py"/>
        <source>Unpack it and give what is inside.</source>
        <translation>请解压后给出其中的内容。</translation>
    </message>
    <message>
        <location filename="../../explorer/analysis/directions.py"/>
        <location filename="../../explorer/session/migrations.py"/>
        <location filename="../../explorer/session/share.py"/>
        <location filename="../../explorer/session/typed.py"/>
        <source>Update Latent Explorer.</source>
        <translation>请更新 Latent Explorer。</translation>
    </message>
    <message>
        <location filename="../../explorer/export/base.py"/>
        <source>Use 0 or more.</source>
        <translation>请使用 0 或更大的值。</translation>
    </message>
    <message>
        <location filename="../../explorer/analysis/around.py"/>
        <location filename="../../explorer/families/stages.py"/>
        <location filename="../../explorer/families/style_transfer.py"/>
        <location filename="../../explorer/families/styled.py"/>
        <source>Use 0 to 1.</source>
        <translation>请使用 0 到 1。</translation>
    </message>
    <message>
        <location filename="../../explorer/families/inversion.py"/>
        <source>Use 0 to 100.</source>
        <translation>请使用 0 到 100。</translation>
    </message>
    <message>
        <location filename="../../explorer/families/commitment.py"/>
        <location filename="../../explorer/families/schedulers.py"/>
        <location filename="../../explorer/families/stages.py"/>
        <location filename="../../explorer/families/trajectory.py"/>
        <location filename="../../explorer/session/tree.py"/>
        <source>Use 0 to {0}.</source>
        <translation>请使用 0 到 {0}。</translation>
    </message>
    <message>
        <location filename="../../explorer/families/stages.py"/>
        <source>Use 0.05 to 5.</source>
        <translation>请使用 0.05 到 5。</translation>
    </message>
    <message>
        <location filename="../../explorer/networks/layer.py"/>
        <source>Use 1 or more.</source>
        <translation>请使用 1 或更大的值。</translation>
    </message>
    <message>
        <location filename="../../explorer/export/base.py"/>
        <source>Use 1 to 1000 frames a second.</source>
        <translation>请使用每秒 1 到 1000 帧。</translation>
    </message>
    <message>
        <location filename="../../explorer/families/commitment.py"/>
        <location filename="../../explorer/families/comparison.py"/>
        <location filename="../../explorer/families/schedulers.py"/>
        <source>Use 1 to {0}.</source>
        <translation>请使用 1 到 {0}。</translation>
    </message>
    <message>
        <location filename="../../explorer/analysis/labels.py"/>
        <source>Use 1, 0 or nothing.</source>
        <translation>请使用 1、0 或留空。</translation>
    </message>
    <message>
        <location filename="../../explorer/latent/space.py"/>
        <source>Use a number from 0 to {0}.</source>
        <translation>请使用 0 到 {0} 的数。</translation>
    </message>
    <message>
        <location filename="../../explorer/families/trajectory.py"/>
        <source>Use a number such as 2.</source>
        <translation>请使用例如 2 的数。</translation>
    </message>
    <message>
        <location filename="../../explorer/export/base.py"/>
        <source>Use a whole number from 1.</source>
        <translation>请使用不小于 1 的整数。</translation>
    </message>
    <message>
        <location filename="../../explorer/session/fits.py"/>
        <location filename="../../explorer/session/migrations.py"/>
        <location filename="../../explorer/session/recipe.py"/>
        <location filename="../../explorer/session/typed.py"/>
        <source>Use an earlier copy.</source>
        <translation>请使用较早的副本。</translation>
    </message>
    <message>
        <location filename="../../explorer/latent/morph.py"/>
        <source>Use at least 2 x 2.</source>
        <translation>请至少使用 2 x 2。</translation>
    </message>
    <message>
        <location filename="../../explorer/analysis/around.py"/>
        <source>Use at least two pictures.</source>
        <translation>请至少使用两张图像。</translation>
    </message>
    <message>
        <location filename="../../explorer/formats/words.py"/>
        <source>Use at most {0}.</source>
        <translation>最多使用 {0} 个。</translation>
    </message>
    <message>
        <location filename="../../explorer/runtimes/device.py"/>
        <source>Use auto or cpu.</source>
        <translation>请使用 auto 或 cpu。</translation>
    </message>
    <message>
        <location filename="../../explorer/library.py"/>
        <location filename="../../explorer/opening/build.py"/>
        <source>Use float32.</source>
        <translation>请使用 float32。</translation>
    </message>
    <message>
        <location filename="../../explorer/families/inversion.py"/>
        <source>Use guidance 1.</source>
        <translation>请使用引导强度 1。</translation>
    </message>
    <message>
        <location filename="../../explorer/families/base.py"/>
        <location filename="../../explorer/families/schedulers.py"/>
        <location filename="../../explorer/formats/picture.py"/>
        <location filename="../../explorer/latent/curves.py"/>
        <location filename="../../explorer/latent/paths.py"/>
        <location filename="../../explorer/latent/timing.py"/>
        <location filename="../../explorer/library.py"/>
        <location filename="../../explorer/opening/explain.py"/>
        <location filename="../../explorer/opening/own_class.py"/>
        <location filename="../../explorer/session/state.py"/>
        <source>Use one of {0}.</source>
        <translation>请使用 {0} 之一。</translation>
    </message>
    <message>
        <location filename="../../explorer/analysis/response.py"/>
        <source>Use some hundreds.</source>
        <translation>请使用数百个。</translation>
    </message>
    <message>
        <location filename="../../explorer/formats/recognise.py"/>
        <source>Use the site&apos;s download button, or the link to the raw file.</source>
        <translation>请使用网站的下载按钮，或原始文件的链接。</translation>
    </message>
    <message>
        <location filename="../../explorer/formats/words.py"/>
        <source>Use words that it knows.</source>
        <translation>请使用它认识的词。</translation>
    </message>
    <message>
        <location filename="../../explorer/analysis/directions.py"/>
        <location filename="../../explorer/export/__init__.py"/>
        <location filename="../../explorer/formats/picture.py"/>
        <location filename="../../explorer/networks/layer.py"/>
        <location filename="../../explorer/opening/answers.py"/>
        <location filename="../../explorer/runtimes/device.py"/>
        <source>Use {0}.</source>
        <translation>请使用 {0}。</translation>
    </message>
    <message>
        <location filename="../../explorer/formats/archive.py"/>
        <source>Weights do not compress like this: do not trust it.</source>
        <translation>权重不会这样压缩：请勿信任它。</translation>
    </message>
    <message>
        <location filename="../../explorer/formats/onnx.py"/>
        <source>Weights must lie in ordinary files beside the model: save it again in one file.</source>
        <translation>权重必须是模型旁边的普通文件：请重新保存为单个文件。</translation>
    </message>
    <message>
        <location filename="../../explorer/formats/recognise.py"/>
        <source>What opens: {0}.</source>
        <translation>可打开的有：{0}。</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/finder.py"/>
        <source>With it the pictures may differ from those that were saved.</source>
        <translation>用它得到的图片可能与保存时的不同。</translation>
    </message>
    <message>
        <location filename="../../explorer/opening/own_class.py"/>
        <source>Write architecture = &quot;net.py:Generator&quot;.</source>
        <translation>请写成 architecture = &quot;net.py:Generator&quot;。</translation>
    </message>
    <message>
        <location filename="../../explorer/opening/answers.py"/>
        <source>Write format = 1.</source>
        <translation>请写明 format = 1。</translation>
    </message>
    <message>
        <location filename="../../explorer/latent/priors.py"/>
        <source>Write it again.</source>
        <translation>请重新写入。</translation>
    </message>
    <message>
        <location filename="../../explorer/formats/arrays.py"/>
        <location filename="../../explorer/latent/priors.py"/>
        <location filename="../../explorer/latent/styles.py"/>
        <source>Write the file again.</source>
        <translation>请重新写入该文件。</translation>
    </message>
    <message>
        <location filename="../../explorer/networks/layer.py"/>
        <source>Write {{ kind = &quot;relu&quot; }}.</source>
        <translation>请写成 {{ kind = &quot;relu&quot; }}。</translation>
    </message>
    <message>
        <location filename="../../explorer/library.py"/>
        <source>[networks.{0}] is missing</source>
        <translation>缺少 [networks.{0}]</translation>
    </message>
    <message>
        <location filename="../../explorer/library.py"/>
        <source>[networks.{0}] is unknown</source>
        <translation>未知的 [networks.{0}]</translation>
    </message>
    <message>
        <location filename="../../explorer/formats/source.py"/>
        <source>a compressed entry does not inflate</source>
        <translation>有一个压缩条目无法解压</translation>
    </message>
    <message>
        <location filename="../../explorer/latent/styles.py"/>
        <source>a layer has no bias that fits</source>
        <translation>有一层没有相配的偏置</translation>
    </message>
    <message>
        <location filename="../../explorer/session/typed.py"/>
        <source>a list of {0} was expected, not of {1}</source>
        <translation>应为 {0} 个元素的列表，而不是 {1} 个</translation>
    </message>
    <message>
        <location filename="../../explorer/session/typed.py"/>
        <source>a list was expected, not {0}</source>
        <translation>应为列表，而不是 {0}</translation>
    </message>
    <message>
        <location filename="../../explorer/formats/archive.py"/>
        <source>a name in it is not text</source>
        <translation>其中有一个名称不是文本</translation>
    </message>
    <message>
        <location filename="../../explorer/formats/safetensors.py"/>
        <source>a name occurs twice in its header</source>
        <translation>其文件头中有重复的名称</translation>
    </message>
    <message>
        <location filename="../../explorer/session/recipe.py"/>
        <source>a number in it is not finite</source>
        <translation>其中有非有限的数</translation>
    </message>
    <message>
        <location filename="../../explorer/session/typed.py"/>
        <source>a number in its arrays is not finite</source>
        <translation>其数组中有非有限的数</translation>
    </message>
    <message>
        <location filename="../../explorer/networks/layer.py"/>
        <source>a number is out of range</source>
        <translation>有一个数超出范围</translation>
    </message>
    <message>
        <location filename="../../explorer/session/container.py"/>
        <source>a part of it occurs twice</source>
        <translation>其中有一部分重复出现</translation>
    </message>
    <message>
        <location filename="../../explorer/session/keys.py"/>
        <source>a path needs two of them</source>
        <translation>路径至少需要两个</translation>
    </message>
    <message>
        <location filename="../../explorer/session/typed.py"/>
        <source>a recipe was expected, not {0}</source>
        <translation>应为配方，而不是 {0}</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/clipboard.py"/>
        <source>a redrawn picture has no latent of its own</source>
        <translation>重绘的图片没有自己的潜变量</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/clipboard.py"/>
        <source>a run from a picture has no latent of its own</source>
        <translation>由图片开始的运行没有自己的潜变量</translation>
    </message>
    <message>
        <location filename="../../explorer/formats/safetensors.py"/>
        <source>a tensor has {0} axes</source>
        <translation>有一个张量有 {0} 个轴</translation>
    </message>
    <message>
        <location filename="../../explorer/families/base.py"/>
        <source>a {0} model cannot {1}</source>
        <translation>{0} 模型不支持 {1}</translation>
    </message>
    <message>
        <location filename="../../explorer/opening/build.py"/>
        <source>a {0} needs a {1}, and the file has none</source>
        <translation>{0} 需要 {1}，而该文件没有</translation>
    </message>
    <message>
        <location filename="../../explorer/formats/inert/known_numpy.py"/>
        <source>an array in it has more or fewer bytes than its shape</source>
        <translation>其中有一个数组的字节数与其形状不符</translation>
    </message>
    <message>
        <location filename="../../explorer/networks/layer.py"/>
        <source>an entry has no kind</source>
        <translation>有一个条目缺少 kind</translation>
    </message>
    <message>
        <location filename="../../explorer/session/files.py"/>
        <source>another program has changed it since it was opened here</source>
        <translation>自在此打开以来，另一个程序更改了它</translation>
    </message>
    <message>
        <location filename="../../explorer/networks/__init__.py"/>
        <source>architecture {0}</source>
        <translation>架构 {0}</translation>
    </message>
    <message>
        <location filename="../../explorer/opening/own_class.py"/>
        <source>architecture {0} is not a class in a file</source>
        <translation>architecture {0} 不是文件中的类</translation>
    </message>
    <message>
        <location filename="../../explorer/session/state.py"/>
        <source>branch {0}</source>
        <translation>分支 {0}</translation>
    </message>
    <message>
        <location filename="../../explorer/session/fits.py"/>
        <source>branches</source>
        <translation>分支</translation>
    </message>
    <message>
        <location filename="../../explorer/export/base.py"/>
        <source>columns</source>
        <translation>列数</translation>
    </message>
    <message>
        <location filename="../../explorer/families/base.py"/>
        <location filename="../../explorer/families/prompts.py"/>
        <source>condition {0}</source>
        <translation>条件 {0}</translation>
    </message>
    <message>
        <location filename="../../explorer/latent/space.py"/>
        <source>count</source>
        <translation>数量</translation>
    </message>
    <message>
        <location filename="../../explorer/session/state.py"/>
        <source>current run</source>
        <translation>当前运行</translation>
    </message>
    <message>
        <location filename="../../explorer/runtimes/device.py"/>
        <source>device {0}</source>
        <translation>设备 {0}</translation>
    </message>
    <message>
        <location filename="../../explorer/session/fits.py"/>
        <source>dimension</source>
        <translation>维度</translation>
    </message>
    <message>
        <location filename="../../explorer/latent/points.py"/>
        <source>dimension {0}</source>
        <translation>维度 {0}</translation>
    </message>
    <message>
        <location filename="../../explorer/analysis/directions.py"/>
        <source>direction {0}</source>
        <translation>方向 {0}</translation>
    </message>
    <message>
        <location filename="../../explorer/session/fits.py"/>
        <source>distance of neighbours</source>
        <translation>邻居的距离</translation>
    </message>
    <message>
        <location filename="../../explorer/latent/timing.py"/>
        <source>distances</source>
        <translation>距离</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/clipboard.py"/>
        <source>each model has a latent of its own for a picture</source>
        <translation>同一张图片在每个模型中有各自的潜变量</translation>
    </message>
    <message>
        <location filename="../../explorer/latent/timing.py"/>
        <source>ease {0}</source>
        <translation>缓动 {0}</translation>
    </message>
    <message>
        <location filename="../../explorer/opening/explain.py"/>
        <source>family {0}</source>
        <translation>模型类别 {0}</translation>
    </message>
    <message>
        <location filename="../../explorer/library.py"/>
        <source>family {0} is unknown</source>
        <translation>未知的模型类别 {0}</translation>
    </message>
    <message>
        <location filename="../../explorer/analysis/around.py"/>
        <source>film strip</source>
        <translation>胶片条</translation>
    </message>
    <message>
        <location filename="../../explorer/opening/answers.py"/>
        <source>format is missing or is not 1</source>
        <translation>format 缺失或不为 1</translation>
    </message>
    <message>
        <location filename="../../explorer/latent/paths.py"/>
        <location filename="../../explorer/session/fits.py"/>
        <source>frames</source>
        <translation>帧数</translation>
    </message>
    <message>
        <location filename="../../explorer/session/fits.py"/>
        <source>frames a second</source>
        <translation>每秒帧数</translation>
    </message>
    <message>
        <location filename="../../explorer/analysis/groups.py"/>
        <source>groups</source>
        <translation>分组</translation>
    </message>
    <message>
        <location filename="../../explorer/families/trajectory.py"/>
        <location filename="../../explorer/session/fits.py"/>
        <source>guidance</source>
        <translation>引导强度</translation>
    </message>
    <message>
        <location filename="../../explorer/formats/onnx.py"/>
        <source>has an offset that is no number</source>
        <translation>的偏移量不是数字</translation>
    </message>
    <message>
        <location filename="../../explorer/families/base.py"/>
        <source>images</source>
        <translation>图像</translation>
    </message>
    <message>
        <location filename="../../explorer/latent/space.py"/>
        <source>index</source>
        <translation>序号</translation>
    </message>
    <message>
        <location filename="../../explorer/latent/curves.py"/>
        <location filename="../../explorer/latent/paths.py"/>
        <source>interpolation {0}</source>
        <translation>插值方式 {0}</translation>
    </message>
    <message>
        <location filename="../../explorer/formats/onnx.py"/>
        <source>is reached through a link, {0}</source>
        <translation>是通过链接 {0} 访问的</translation>
    </message>
    <message>
        <location filename="../../explorer/opening/explain.py"/>
        <source>it and {0} do not make a pair</source>
        <translation>它与 {0} 不成一对</translation>
    </message>
    <message>
        <location filename="../../explorer/formats/inert/calls.py"/>
        <source>it asks the program that opens it to run {0}</source>
        <translation>它要求打开它的程序运行 {0}</translation>
    </message>
    <message>
        <location filename="../../explorer/analysis/labels.py"/>
        <source>it begins with no seed</source>
        <translation>它没有以种子开头</translation>
    </message>
    <message>
        <location filename="../../explorer/formats/inert/layouts.py"/>
        <location filename="../../explorer/formats/picture.py"/>
        <location filename="../../explorer/formats/safetensors.py"/>
        <location filename="../../explorer/opening/sidecar.py"/>
        <source>it cannot be read ({0})</source>
        <translation>无法读取 ({0})</translation>
    </message>
    <message>
        <location filename="../../explorer/session/share.py"/>
        <source>it carries no recipe</source>
        <translation>它不含配方</translation>
    </message>
    <message>
        <location filename="../../explorer/formats/source.py"/>
        <source>it changed since it was opened</source>
        <translation>它在打开后发生了变化</translation>
    </message>
    <message>
        <location filename="../../explorer/runtimes/programs.py"/>
        <source>it changed while it was opened</source>
        <translation>它在打开过程中发生了变化</translation>
    </message>
    <message>
        <location filename="../../explorer/formats/inert/guard.py"/>
        <source>it changed while it was read</source>
        <translation>它在读取过程中发生了变化</translation>
    </message>
    <message>
        <location filename="../../explorer/opening/hub.py"/>
        <source>it denoises {0} channels, and the autoencoder they are of is not here</source>
        <translation>它对 {0} 个通道去噪，而对应的自编码器不在此处</translation>
    </message>
    <message>
        <location filename="../../explorer/latent/timing.py"/>
        <source>it does not rise from 0 to 1</source>
        <translation>它没有从 0 单调升到 1</translation>
    </message>
    <message>
        <location filename="../../explorer/formats/source.py"/>
        <source>it ends too early</source>
        <translation>它过早结束</translation>
    </message>
    <message>
        <location filename="../../explorer/runtimes/programs.py"/>
        <source>it failed ({0})</source>
        <translation>运行失败 ({0})</translation>
    </message>
    <message>
        <location filename="../../explorer/formats/protobuf.py"/>
        <source>it has millions of parts</source>
        <translation>它有数百万个部分</translation>
    </message>
    <message>
        <location filename="../../explorer/formats/onnx_graph.py"/>
        <source>it has more than {0} nodes</source>
        <translation>它的节点超过 {0} 个</translation>
    </message>
    <message>
        <location filename="../../explorer/session/plan.py"/>
        <source>it has no corners</source>
        <translation>它没有四个角</translation>
    </message>
    <message>
        <location filename="../../explorer/sampling/denoise_requests.py"/>
        <source>it has no diffusion steps</source>
        <translation>它没有扩散步</translation>
    </message>
    <message>
        <location filename="../../explorer/formats/exported.py"/>
        <source>it has no graph</source>
        <translation>它没有计算图</translation>
    </message>
    <message>
        <location filename="../../explorer/formats/onnx.py"/>
        <source>it has no graph with outputs</source>
        <translation>它没有带输出的计算图</translation>
    </message>
    <message>
        <location filename="../../explorer/analysis/labels.py"/>
        <source>it has no head of labels</source>
        <translation>它没有标签表头</translation>
    </message>
    <message>
        <location filename="../../explorer/analysis/directions.py"/>
        <source>it has no length</source>
        <translation>它的长度为零</translation>
    </message>
    <message>
        <location filename="../../explorer/session/state.py"/>
        <source>it has no place in the tree</source>
        <translation>它在树中没有位置</translation>
    </message>
    <message>
        <location filename="../../explorer/sampling/label_requests.py"/>
        <source>it has no rows</source>
        <translation>它没有任何行</translation>
    </message>
    <message>
        <location filename="../../explorer/runtimes/torch_network.py"/>
        <source>it has no weights for torch</source>
        <translation>它没有供 torch 使用的权重</translation>
    </message>
    <message>
        <location filename="../../explorer/formats/onnx.py"/>
        <source>it has the operator {0}, which loads a compiled program</source>
        <translation>它含有算子 {0}，该算子会加载编译好的程序</translation>
    </message>
    <message>
        <location filename="../../explorer/formats/picture.py"/>
        <source>it has too many pixels</source>
        <translation>像素过多</translation>
    </message>
    <message>
        <location filename="../../explorer/formats/safetensors.py"/>
        <source>it has {0} bytes of data, not {1}</source>
        <translation>它有 {0} 字节数据，而不是 {1}</translation>
    </message>
    <message>
        <location filename="../../explorer/latent/space.py"/>
        <source>it has {0} dimensions and a latent has the shape {1}</source>
        <translation>它有 {0} 维，而潜变量的形状为 {1}</translation>
    </message>
    <message>
        <location filename="../../explorer/formats/archive.py"/>
        <source>it has {0} entries</source>
        <translation>它有 {0} 个条目</translation>
    </message>
    <message>
        <location filename="../../explorer/formats/archive.py"/>
        <source>it has {0} entries, not {1}</source>
        <translation>它有 {0} 个条目，而不是 {1} 个</translation>
    </message>
    <message>
        <location filename="../../explorer/formats/words.py"/>
        <source>it has {0} words</source>
        <translation>它有 {0} 个词</translation>
    </message>
    <message>
        <location filename="../../explorer/formats/exported.py"/>
        <source>it holds a compiled program</source>
        <translation>它含有编译过的程序</translation>
    </message>
    <message>
        <location filename="../../explorer/session/typed.py"/>
        <source>it holds a {0}, which this version does not know</source>
        <translation>它含有此版本不认识的 {0}</translation>
    </message>
    <message>
        <location filename="../../explorer/formats/inert/opcodes.py"/>
        <source>it holds an integer of {0} bytes</source>
        <translation>它含有一个 {0} 字节的整数</translation>
    </message>
    <message>
        <location filename="../../explorer/formats/inert/opcodes.py"/>
        <source>it holds an integer of {0} digits</source>
        <translation>它含有一个 {0} 位的整数</translation>
    </message>
    <message>
        <location filename="../../explorer/formats/exported.py"/>
        <source>it holds an opaque object</source>
        <translation>它含有一个不透明的对象</translation>
    </message>
    <message>
        <location filename="../../explorer/formats/inert/machine.py"/>
        <source>it holds its numbers as text, too many of them</source>
        <translation>它以文本保存数字，而且数量过多</translation>
    </message>
    <message>
        <location filename="../../explorer/formats/inert/machine.py"/>
        <source>it holds more text than any checkpoint needs</source>
        <translation>它含有的文本超过任何检查点所需</translation>
    </message>
    <message>
        <location filename="../../explorer/formats/exported.py"/>
        <source>it holds more than one model</source>
        <translation>它含有多个模型</translation>
    </message>
    <message>
        <location filename="../../explorer/formats/contents.py"/>
        <location filename="../../explorer/formats/inert/walk.py"/>
        <location filename="../../explorer/formats/onnx_graph.py"/>
        <source>it holds more than {0} tensors</source>
        <translation>它含有超过 {0} 个张量</translation>
    </message>
    <message>
        <location filename="../../explorer/opening/hub.py"/>
        <source>it holds no denoiser and no autoencoder</source>
        <translation>它既没有去噪网络也没有自编码器</translation>
    </message>
    <message>
        <location filename="../../explorer/analysis/directions.py"/>
        <source>it holds no directions</source>
        <translation>它不含方向</translation>
    </message>
    <message>
        <location filename="../../explorer/formats/arrays.py"/>
        <source>it holds no float32 {0}</source>
        <translation>它不含 float32 的 {0}</translation>
    </message>
    <message>
        <location filename="../../explorer/session/share.py"/>
        <source>it holds no latent</source>
        <translation>它不含潜变量</translation>
    </message>
    <message>
        <location filename="../../explorer/export/read_key.py"/>
        <source>it holds no point of a latent space</source>
        <translation>其中没有潜空间的点</translation>
    </message>
    <message>
        <location filename="../../explorer/formats/checkpoints.py"/>
        <source>it holds no weights</source>
        <translation>它不含权重</translation>
    </message>
    <message>
        <location filename="../../explorer/recognition/find.py"/>
        <source>it holds no {0}</source>
        <translation>它不含 {0}</translation>
    </message>
    <message>
        <location filename="../../explorer/formats/inert/machine.py"/>
        <source>it holds pickles inside pickles, more than {0} deep</source>
        <translation>它的 pickle 中嵌套 pickle，超过 {0} 层</translation>
    </message>
    <message>
        <location filename="../../explorer/formats/recognise.py"/>
        <source>it is GGUF, for language models</source>
        <translation>它是用于语言模型的 GGUF</translation>
    </message>
    <message>
        <location filename="../../explorer/formats/recognise.py"/>
        <source>it is HDF5 (Keras, TensorFlow)</source>
        <translation>它是 HDF5 (Keras, TensorFlow)</translation>
    </message>
    <message>
        <location filename="../../explorer/formats/recognise.py"/>
        <source>it is ONNX Runtime&apos;s own format</source>
        <translation>它是 ONNX Runtime 自有的格式</translation>
    </message>
    <message>
        <location filename="../../explorer/formats/recognise.py"/>
        <source>it is PostScript, a program</source>
        <translation>它是 PostScript，属于程序</translation>
    </message>
    <message>
        <location filename="../../explorer/formats/recognise.py"/>
        <source>it is a Git LFS pointer, not the file itself</source>
        <translation>它是 Git LFS 指针，而非文件本身</translation>
    </message>
    <message>
        <location filename="../../explorer/formats/recognise.py"/>
        <source>it is a bare numpy array</source>
        <translation>它是单独的 numpy 数组</translation>
    </message>
    <message>
        <location filename="../../explorer/opening/graphs.py"/>
        <source>it is a critic: it judges pictures and makes none</source>
        <translation>它是判别器：只评判图像而不生成图像</translation>
    </message>
    <message>
        <location filename="../../explorer/formats/atomic.py"/>
        <source>it is a folder</source>
        <translation>它是文件夹</translation>
    </message>
    <message>
        <location filename="../../explorer/formats/recognise.py"/>
        <source>it is a folder without model.toml, model_index.json, config.json or model_config.json</source>
        <translation>它是一个没有 model.toml、model_index.json、config.json 或 model_config.json 的文件夹</translation>
    </message>
    <message>
        <location filename="../../explorer/formats/jsons.py"/>
        <source>it is a link to another place</source>
        <translation>它是指向别处的链接</translation>
    </message>
    <message>
        <location filename="../../explorer/formats/recognise.py"/>
        <source>it is a packed archive</source>
        <translation>它是压缩包</translation>
    </message>
    <message>
        <location filename="../../explorer/formats/pythae.py"/>
        <source>it is a pickled program: this model has networks of its author&apos;s own</source>
        <translation>它是 pickle 程序：此模型使用作者自己的网络</translation>
    </message>
    <message>
        <location filename="../../explorer/opening/explain.py"/>
        <source>it is a picture, not a model</source>
        <translation>它是图片而不是模型</translation>
    </message>
    <message>
        <location filename="../../explorer/formats/inert/layouts.py"/>
        <source>it is a tar, but not one that torch saved</source>
        <translation>它是 tar，但不是 torch 保存的</translation>
    </message>
    <message>
        <location filename="../../explorer/formats/recognise.py"/>
        <source>it is a web page, not the file</source>
        <translation>它是网页，而非该文件</translation>
    </message>
    <message>
        <location filename="../../explorer/formats/inert/layouts.py"/>
        <source>it is a zip without a saved network in it (no data.pkl)</source>
        <translation>它是 zip，但其中没有保存的网络（没有 data.pkl）</translation>
    </message>
    <message>
        <location filename="../../explorer/formats/archive.py"/>
        <source>it is a zip without its end: the download broke off</source>
        <translation>它是缺少结尾的 zip：下载中断了</translation>
    </message>
    <message>
        <location filename="../../explorer/session/container.py"/>
        <source>it is a zip, but no session</source>
        <translation>它是 zip 文件，但不是会话</translation>
    </message>
    <message>
        <location filename="../../explorer/opening/sidecar.py"/>
        <source>it is above 1 MB</source>
        <translation>它超过 1 MB</translation>
    </message>
    <message>
        <location filename="../../explorer/analysis/labels.py"/>
        <location filename="../../explorer/formats/arrays.py"/>
        <source>it is above 16 MB</source>
        <translation>它超过 16 MB</translation>
    </message>
    <message>
        <location filename="../../explorer/formats/jsons.py"/>
        <source>it is above 4 MB</source>
        <translation>它超过 4 MB</translation>
    </message>
    <message>
        <location filename="../../explorer/session/container.py"/>
        <source>it is above 512 MB</source>
        <translation>它超过 512 MB</translation>
    </message>
    <message>
        <location filename="../../explorer/analysis/directions.py"/>
        <source>it is above 64 MB</source>
        <translation>它超过 64 MB</translation>
    </message>
    <message>
        <location filename="../../explorer/analysis/labels.py"/>
        <source>it is above {0} rows</source>
        <translation>它超过 {0} 行</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/finder.py"/>
        <source>it is another model than {0}: it has no {1}</source>
        <translation>它与 {0} 不是同一个模型：其中没有 {1}</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/finder.py"/>
        <source>it is another model than {0}: the SHA-256 of {1} begins with {2}, not {3}</source>
        <translation>它与 {0} 不是同一个模型：{1} 的 SHA-256 以 {2} 开头，而不是 {3}</translation>
    </message>
    <message>
        <location filename="../../explorer/formats/protobuf.py"/>
        <source>it is cut short or garbled</source>
        <translation>它被截断或已损坏</translation>
    </message>
    <message>
        <location filename="../../explorer/formats/inert/layouts.py"/>
        <location filename="../../explorer/formats/recognise.py"/>
        <source>it is empty</source>
        <translation>它是空的</translation>
    </message>
    <message>
        <location filename="../../explorer/formats/manifest.py"/>
        <source>it is larger than 1 MB</source>
        <translation>它大于 1 MB</translation>
    </message>
    <message>
        <location filename="../../explorer/formats/inert/walk.py"/>
        <source>it is nested more than {0} deep</source>
        <translation>它的嵌套超过 {0} 层</translation>
    </message>
    <message>
        <location filename="../../explorer/analysis/labels.py"/>
        <source>it is no CSV ({0})</source>
        <translation>它不是 CSV ({0})</translation>
    </message>
    <message>
        <location filename="../../explorer/opening/answers.py"/>
        <source>it is no field of such a manifest</source>
        <translation>它不是此类清单的字段</translation>
    </message>
    <message>
        <location filename="../../explorer/session/files.py"/>
        <source>it is no session</source>
        <translation>它不是会话</translation>
    </message>
    <message>
        <location filename="../../explorer/opening/answers.py"/>
        <source>it is no table of layers by role</source>
        <translation>它不是按角色列出各层的表</translation>
    </message>
    <message>
        <location filename="../../explorer/session/container.py"/>
        <source>it is no whole session file ({0})</source>
        <translation>它不是完整的会话文件 ({0})</translation>
    </message>
    <message>
        <location filename="../../explorer/analysis/directions.py"/>
        <location filename="../../explorer/formats/jsons.py"/>
        <source>it is not JSON</source>
        <translation>它不是 JSON</translation>
    </message>
    <message>
        <location filename="../../explorer/session/recipe.py"/>
        <source>it is not JSON ({0})</source>
        <translation>它不是 JSON ({0})</translation>
    </message>
    <message>
        <location filename="../../explorer/formats/manifest.py"/>
        <location filename="../../explorer/opening/answers.py"/>
        <source>it is not TOML ({0})</source>
        <translation>它不是 TOML ({0})</translation>
    </message>
    <message>
        <location filename="../../explorer/formats/jsons.py"/>
        <source>it is not a JSON object</source>
        <translation>它不是 JSON 对象</translation>
    </message>
    <message>
        <location filename="../../explorer/formats/picture.py"/>
        <source>it is not a picture</source>
        <translation>它不是图片</translation>
    </message>
    <message>
        <location filename="../../explorer/families/trajectory.py"/>
        <source>it is not finite</source>
        <translation>它不是有限值</translation>
    </message>
    <message>
        <location filename="../../explorer/scenes.py"/>
        <source>it is not given by six finite numbers</source>
        <translation>它不是由六个有限数给出</translation>
    </message>
    <message>
        <location filename="../../explorer/formats/inert/legacy.py"/>
        <source>it is not laid out as torch saves files</source>
        <translation>它的布局与 torch 保存的文件不同</translation>
    </message>
    <message>
        <location filename="../../explorer/analysis/directions.py"/>
        <location filename="../../explorer/analysis/labels.py"/>
        <source>it is not text</source>
        <translation>它不是文本</translation>
    </message>
    <message>
        <location filename="../../explorer/formats/diffusers.py"/>
        <location filename="../../explorer/formats/words.py"/>
        <source>it is not there</source>
        <translation>它不存在</translation>
    </message>
    <message>
        <location filename="../../explorer/session/share.py"/>
        <source>it is of a later version</source>
        <translation>它来自更新的版本</translation>
    </message>
    <message>
        <location filename="../../explorer/formats/recognise.py"/>
        <source>it is of no known format</source>
        <translation>它的格式未知</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/clipboard.py"/>
        <source>it is of the model {0}, and {1} is open</source>
        <translation>它属于模型 {0}，而打开的是 {1}</translation>
    </message>
    <message>
        <location filename="../../explorer/session/spaces.py"/>
        <source>it is of the space {0}, which this model does not have</source>
        <translation>它属于空间 {0}，而此模型没有该空间</translation>
    </message>
    <message>
        <location filename="../../explorer/session/container.py"/>
        <source>it is packed in a way no session is</source>
        <translation>它的打包方式不是会话的方式</translation>
    </message>
    <message>
        <location filename="../../explorer/session/tree.py"/>
        <source>it is the trunk</source>
        <translation>它是主干</translation>
    </message>
    <message>
        <location filename="../../explorer/opening/build.py"/>
        <source>it is the {0} of &quot;{1}&quot; alone, without its {2}</source>
        <translation>它只是“{1}”的{0}，没有{2}</translation>
    </message>
    <message>
        <location filename="../../explorer/session/share.py"/>
        <source>it is too large to be kept in a recipe</source>
        <translation>它太大，无法保存在配方中</translation>
    </message>
    <message>
        <location filename="../../explorer/session/python.py"/>
        <source>it is too large to be written into a script</source>
        <translation>它太大，无法写入脚本</translation>
    </message>
    <message>
        <location filename="../../explorer/formats/safetensors.py"/>
        <source>it is too short to be safetensors</source>
        <translation>它太短，不可能是 safetensors</translation>
    </message>
    <message>
        <location filename="../../explorer/session/migrations.py"/>
        <source>it is unlike version {0} ({1}: {2})</source>
        <translation>它与版本 {0} 不符({1}：{2})</translation>
    </message>
    <message>
        <location filename="../../explorer/formats/picture.py"/>
        <source>it is {0} x {1} pixels</source>
        <translation>它有 {0} x {1} 像素</translation>
    </message>
    <message>
        <location filename="../../explorer/opening/convert.py"/>
        <source>it listens to a text, which model.toml has no word for</source>
        <translation>它听从文本，而 model.toml 无法描述这一点</translation>
    </message>
    <message>
        <location filename="../../explorer/formats/inert/legacy.py"/>
        <source>it lists a storage that no tensor uses</source>
        <translation>它列出了没有张量使用的存储</translation>
    </message>
    <message>
        <location filename="../../explorer/formats/diffusers.py"/>
        <source>it lists no files</source>
        <translation>它没有列出任何文件</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/clipboard.py"/>
        <source>it makes no pictures of latents</source>
        <translation>它不从潜变量生成图像</translation>
    </message>
    <message>
        <location filename="../../explorer/formats/safetensors.py"/>
        <source>it names more than {0} tensors</source>
        <translation>它列出了超过 {0} 个张量</translation>
    </message>
    <message>
        <location filename="../../explorer/formats/inert/calls.py"/>
        <source>it names more things, or longer ones, than a checkpoint does</source>
        <translation>它引用的名称比检查点所需的更多或更长</translation>
    </message>
    <message>
        <location filename="../../explorer/networks/layer.py"/>
        <source>it names no weight</source>
        <translation>它没有指明权重</translation>
    </message>
    <message>
        <location filename="../../explorer/opening/hub_embeddings.py"/>
        <source>it names {0} choices, {1} of them for nothing</source>
        <translation>它列出 {0} 个选项，其中 {1} 个表示无</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/finder.py"/>
        <source>it needs the model {0} ({1}), which is not here</source>
        <translation>它需要模型 {0} ({1})，而该模型不在此处</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/finder.py"/>
        <source>it needs the model {0} ({1}, SHA-256 {2}...), which is not here</source>
        <translation>它需要模型 {0}（{1}，SHA-256 以 {2} 开头），而该模型不在此处</translation>
    </message>
    <message>
        <location filename="../../explorer/analysis/around.py"/>
        <source>it needs two dimensions, two steps each</source>
        <translation>它需要两个维度，每个至少两步</translation>
    </message>
    <message>
        <location filename="../../explorer/formats/diffusers.py"/>
        <source>it points outside its folder, to {0}</source>
        <translation>它指向文件夹之外的 {0}</translation>
    </message>
    <message>
        <location filename="../../explorer/opening/hub.py"/>
        <source>it predicts {0}, which is not known here</source>
        <translation>它预测的是 {0}，此处不认识</translation>
    </message>
    <message>
        <location filename="../../explorer/formats/inert/walk.py"/>
        <source>it refers to more than {0} things</source>
        <translation>它引用了超过 {0} 个对象</translation>
    </message>
    <message>
        <location filename="../../explorer/library.py"/>
        <source>it says all there is to say</source>
        <translation>它已说明全部内容</translation>
    </message>
    <message>
        <location filename="../../explorer/session/migrations.py"/>
        <source>it says no version</source>
        <translation>它没有说明版本</translation>
    </message>
    <message>
        <location filename="../../explorer/formats/words.py"/>
        <source>it splits texts in another way than into lower-case words</source>
        <translation>它切分文本的方式不是切成小写单词</translation>
    </message>
    <message>
        <location filename="../../explorer/formats/inert/machine.py"/>
        <source>it takes more than {0} steps to read</source>
        <translation>读取它需要超过 {0} 步</translation>
    </message>
    <message>
        <location filename="../../explorer/formats/inert/calls.py"/>
        <location filename="../../explorer/formats/inert/opcodes.py"/>
        <source>it tries to change {0}</source>
        <translation>它试图更改 {0}</translation>
    </message>
    <message>
        <location filename="../../explorer/session/typed.py"/>
        <source>it unpacks to more than 512 MB</source>
        <translation>解压后超过 512 MB</translation>
    </message>
    <message>
        <location filename="../../explorer/families/trajectory.py"/>
        <source>it was not computed yet</source>
        <translation>尚未计算</translation>
    </message>
    <message>
        <location filename="../../explorer/session/share.py"/>
        <source>it was not made from latents alone</source>
        <translation>它不是仅由潜变量生成的</translation>
    </message>
    <message>
        <location filename="../../explorer/session/migrations.py"/>
        <source>it was saved by a later version (layout {0}; this one reads {1})</source>
        <translation>它由更新的版本保存(布局 {0}；本版本可读取 {1})</translation>
    </message>
    <message>
        <location filename="../../explorer/formats/inert/layouts.py"/>
        <location filename="../../explorer/formats/inert/legacy.py"/>
        <source>it was saved on a big-endian machine</source>
        <translation>它是在大端序机器上保存的</translation>
    </message>
    <message>
        <location filename="../../explorer/session/files.py"/>
        <source>it was taken away as soon as it was saved</source>
        <translation>它刚保存就被移走了</translation>
    </message>
    <message>
        <location filename="../../explorer/formats/onnx_numbers.py"/>
        <source>it writes too many numbers one by one</source>
        <translation>它逐个写入了过多的数</translation>
    </message>
    <message>
        <location filename="../../explorer/formats/jsons.py"/>
        <source>its JSON is larger than any model&apos;s</source>
        <translation>其 JSON 比任何模型的都大</translation>
    </message>
    <message>
        <location filename="../../explorer/opening/states.py"/>
        <source>its architecture is not known, and its shapes do not make a row of layers</source>
        <translation>其结构未知，且各形状无法构成一列层</translation>
    </message>
    <message>
        <location filename="../../explorer/session/typed.py"/>
        <source>its array {0} is missing or of another kind</source>
        <translation>其数组 {0} 缺失或类型不符</translation>
    </message>
    <message>
        <location filename="../../explorer/formats/diffusers.py"/>
        <source>its class is {0}</source>
        <translation>其类为 {0}</translation>
    </message>
    <message>
        <location filename="../../explorer/formats/diffusers.py"/>
        <source>its class is {0}, and model_index.json says {1}</source>
        <translation>其类为 {0}，而 model_index.json 写的是 {1}</translation>
    </message>
    <message>
        <location filename="../../explorer/formats/exported.py"/>
        <source>its constant {0} is an opaque object</source>
        <translation>其常量 {0} 是不透明对象</translation>
    </message>
    <message>
        <location filename="../../explorer/formats/inert/guard.py"/>
        <source>its data lie outside it</source>
        <translation>其数据位于文件之外</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/explore/directions.py"/>
        <source>its directions are not of {0} dimensions</source>
        <translation>其方向不是 {0} 维的</translation>
    </message>
    <message>
        <location filename="../../explorer/formats/archive.py"/>
        <source>its directory is broken</source>
        <translation>它的目录已损坏</translation>
    </message>
    <message>
        <location filename="../../explorer/formats/archive.py"/>
        <source>its directory is not where its end says</source>
        <translation>它的目录不在其结尾所指的位置</translation>
    </message>
    <message>
        <location filename="../../explorer/formats/archive.py"/>
        <source>its directory points beyond it</source>
        <translation>它的目录指向文件之外</translation>
    </message>
    <message>
        <location filename="../../explorer/session/autosave.py"/>
        <source>its disk has no locks</source>
        <translation>其所在磁盘不支持文件锁</translation>
    </message>
    <message>
        <location filename="../../explorer/formats/atomic.py"/>
        <source>its folder does not exist</source>
        <translation>其文件夹不存在</translation>
    </message>
    <message>
        <location filename="../../explorer/formats/onnx.py"/>
        <source>its format version is {0}, newer than {1}</source>
        <translation>其格式版本为 {0}，新于 {1}</translation>
    </message>
    <message>
        <location filename="../../explorer/formats/onnx.py"/>
        <source>its function {0} calls itself, or too deeply</source>
        <translation>其函数 {0} 调用自身，或嵌套过深</translation>
    </message>
    <message>
        <location filename="../../explorer/formats/onnx.py"/>
        <source>its functions write out to a million nodes</source>
        <translation>其函数展开后有上百万个节点</translation>
    </message>
    <message>
        <location filename="../../explorer/opening/graphs.py"/>
        <source>its graph makes pictures out of pictures, not out of a latent</source>
        <translation>其计算图由图像生成图像，而不是由潜变量生成</translation>
    </message>
    <message>
        <location filename="../../explorer/formats/onnx_graph.py"/>
        <source>its graphs are nested more than {0} deep</source>
        <translation>它的计算图嵌套超过 {0} 层</translation>
    </message>
    <message>
        <location filename="../../explorer/formats/picture.py"/>
        <source>its grey levels have no stated range</source>
        <translation>其灰度级没有说明范围</translation>
    </message>
    <message>
        <location filename="../../explorer/formats/exported.py"/>
        <source>its guard {0} is not a comparison of sizes</source>
        <translation>它的约束 {0} 不是尺寸比较</translation>
    </message>
    <message>
        <location filename="../../explorer/formats/exported.py"/>
        <source>its guards make no sense</source>
        <translation>它的约束没有意义</translation>
    </message>
    <message>
        <location filename="../../explorer/formats/safetensors.py"/>
        <source>its header is above 64 MB</source>
        <translation>其文件头超过 64 MB</translation>
    </message>
    <message>
        <location filename="../../explorer/formats/safetensors.py"/>
        <source>its header is not JSON</source>
        <translation>其文件头不是 JSON</translation>
    </message>
    <message>
        <location filename="../../explorer/formats/safetensors.py"/>
        <source>its header is not a table</source>
        <translation>其文件头不是表</translation>
    </message>
    <message>
        <location filename="../../explorer/formats/safetensors.py"/>
        <source>its header says more bytes than it has</source>
        <translation>其文件头声明的字节数多于实际</translation>
    </message>
    <message>
        <location filename="../../explorer/sampling/label_requests.py"/>
        <source>its labels are of pictures, and this model has no encoder</source>
        <translation>其标签对应图片，而此模型没有编码器</translation>
    </message>
    <message>
        <location filename="../../explorer/families/fitting.py"/>
        <source>its latent of {0} numbers is too large to be searched for</source>
        <translation>其潜变量有 {0} 个数，太大而无法搜索</translation>
    </message>
    <message>
        <location filename="../../explorer/formats/exported.py"/>
        <source>its layout is that of torch before 2.8, which is pickles</source>
        <translation>其布局属于 torch 2.8 之前的 pickle 格式</translation>
    </message>
    <message>
        <location filename="../../explorer/analysis/directions.py"/>
        <source>its list is missing</source>
        <translation>其列表缺失</translation>
    </message>
    <message>
        <location filename="../../explorer/latent/timing.py"/>
        <source>its lists differ in length</source>
        <translation>其各列表长度不同</translation>
    </message>
    <message>
        <location filename="../../explorer/sampling/engine.py"/>
        <source>its memory is used up</source>
        <translation>其内存已用尽</translation>
    </message>
    <message>
        <location filename="../../explorer/formats/words.py"/>
        <source>its model is {0}</source>
        <translation>其模型是 {0}</translation>
    </message>
    <message>
        <location filename="../../explorer/formats/words.py"/>
        <source>its model_max_length is {0}</source>
        <translation>其 model_max_length 是 {0}</translation>
    </message>
    <message>
        <location filename="../../explorer/export/__init__.py"/>
        <source>its name has no suffix</source>
        <translation>其名称没有后缀</translation>
    </message>
    <message>
        <location filename="../../explorer/opening/hub_embeddings.py"/>
        <source>its network is told classes as well</source>
        <translation>它的网络同时也接受类别</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/views/explore.py"/>
        <source>its networks gave values that are not finite, shown as mid-grey</source>
        <translation>其网络给出了非有限的值，以中灰色显示</translation>
    </message>
    <message>
        <location filename="../../explorer/formats/inert/guard.py"/>
        <location filename="../../explorer/formats/inert/legacy.py"/>
        <source>its numbers are of type {0}</source>
        <translation>其数值类型为 {0}</translation>
    </message>
    <message>
        <location filename="../../explorer/formats/onnx.py"/>
        <source>its operator set {0} is newer than {1}</source>
        <translation>其算子集 {0} 新于 {1}</translation>
    </message>
    <message>
        <location filename="../../explorer/formats/exported.py"/>
        <source>its operator {0} is not one of the known ones</source>
        <translation>它的算子 {0} 不在已知算子之列</translation>
    </message>
    <message>
        <location filename="../../explorer/formats/onnx.py"/>
        <source>its operator {0} is of {1}, which needs a foreign library</source>
        <translation>其算子 {0} 属于 {1}，需要外部库</translation>
    </message>
    <message>
        <location filename="../../explorer/session/typed.py"/>
        <source>its packed bytes are cut off</source>
        <translation>其压缩数据被截断</translation>
    </message>
    <message>
        <location filename="../../explorer/session/typed.py"/>
        <source>its packed bytes do not unpack ({0})</source>
        <translation>其压缩数据无法解压（{0}）</translation>
    </message>
    <message>
        <location filename="../../explorer/formats/archive.py"/>
        <source>its part {0} has {1} bytes</source>
        <translation>其部分 {0} 有 {1} 字节</translation>
    </message>
    <message>
        <location filename="../../explorer/formats/inert/layouts.py"/>
        <source>its part {0} has {1} bytes, not {2}</source>
        <translation>它的部分 {0} 有 {1} 字节，而不是 {2} 字节</translation>
    </message>
    <message>
        <location filename="../../explorer/formats/archive.py"/>
        <source>its part {0} is encrypted or packed unusually</source>
        <translation>其部分 {0} 已加密或打包方式异常</translation>
    </message>
    <message>
        <location filename="../../explorer/formats/archive.py"/>
        <source>its part {0} is missing</source>
        <translation>它缺少部分 {0}</translation>
    </message>
    <message>
        <location filename="../../explorer/formats/diffusers.py"/>
        <source>its part {0} is no name</source>
        <translation>其部分 {0} 不是名称</translation>
    </message>
    <message>
        <location filename="../../explorer/formats/archive.py"/>
        <source>its part {0} is not where its directory says</source>
        <translation>它的部分 {0} 不在目录所指的位置</translation>
    </message>
    <message>
        <location filename="../../explorer/formats/archive.py"/>
        <source>its part {0} points outside it</source>
        <translation>其部分 {0} 指向文件之外</translation>
    </message>
    <message>
        <location filename="../../explorer/latent/priors.py"/>
        <source>its parts do not fit each other</source>
        <translation>其各部分互不匹配</translation>
    </message>
    <message>
        <location filename="../../explorer/formats/archive.py"/>
        <source>its parts overlap</source>
        <translation>其各部分重叠</translation>
    </message>
    <message>
        <location filename="../../explorer/formats/archive.py"/>
        <source>its parts reach beyond its data</source>
        <translation>它的各部分超出了其数据</translation>
    </message>
    <message>
        <location filename="../../explorer/formats/inert/machine.py"/>
        <location filename="../../explorer/formats/inert/opcodes.py"/>
        <source>its pickle ends too early</source>
        <translation>它的 pickle 过早结束</translation>
    </message>
    <message>
        <location filename="../../explorer/formats/inert/machine.py"/>
        <source>its pickle is broken near byte {0}</source>
        <translation>它的 pickle 在第 {0} 字节附近损坏</translation>
    </message>
    <message>
        <location filename="../../explorer/formats/inert/opcodes.py"/>
        <source>its pickle names things by number, which only the program that made it knows</source>
        <translation>它的 pickle 用编号引用对象，只有制作它的程序才知道其含义</translation>
    </message>
    <message>
        <location filename="../../explorer/formats/inert/layouts.py"/>
        <source>its pickle refers to a tensor that is missing</source>
        <translation>它的 pickle 引用了缺失的张量</translation>
    </message>
    <message>
        <location filename="../../explorer/formats/inert/layouts.py"/>
        <location filename="../../explorer/formats/inert/legacy.py"/>
        <source>its pickle refers to data in an unknown way</source>
        <translation>它的 pickle 以未知方式引用数据</translation>
    </message>
    <message>
        <location filename="../../explorer/formats/inert/opcodes.py"/>
        <source>its pickle refers to data that is not in it</source>
        <translation>它的 pickle 引用了其中不存在的数据</translation>
    </message>
    <message>
        <location filename="../../explorer/sampling/analysis_requests.py"/>
        <location filename="../../explorer/sampling/pace.py"/>
        <source>its pictures are not made of a latent in one step</source>
        <translation>其图像不是由潜变量一步生成的</translation>
    </message>
    <message>
        <location filename="../../explorer/formats/diffusers.py"/>
        <source>its pipeline is {0}</source>
        <translation>其 pipeline 为 {0}</translation>
    </message>
    <message>
        <location filename="../../explorer/session/recipe.py"/>
        <source>its points nest too deeply</source>
        <translation>其潜点嵌套过深</translation>
    </message>
    <message>
        <location filename="../../explorer/session/typed.py"/>
        <source>its recipes nest too deeply</source>
        <translation>其配方嵌套过深</translation>
    </message>
    <message>
        <location filename="../../explorer/formats/exported.py"/>
        <source>its size expression {0} is not arithmetic</source>
        <translation>它的尺寸表达式 {0} 不是算术式</translation>
    </message>
    <message>
        <location filename="../../explorer/opening/build.py"/>
        <source>its size is not known</source>
        <translation>其大小未知</translation>
    </message>
    <message>
        <location filename="../../explorer/formats/inert/layouts.py"/>
        <source>its tar is broken</source>
        <translation>它的 tar 已损坏</translation>
    </message>
    <message>
        <location filename="../../explorer/formats/exported.py"/>
        <source>its tensor {0} is a pickle</source>
        <translation>其张量 {0} 是 pickle</translation>
    </message>
    <message>
        <location filename="../../explorer/formats/onnx.py"/>
        <source>its tensor {0} {1}</source>
        <translation>其张量 {0} {1}</translation>
    </message>
    <message>
        <location filename="../../explorer/opening/hub_embeddings.py"/>
        <source>its tensors are {0}, and the network takes (tokens, {1})</source>
        <translation>它的张量为 {0}，而网络接受（词元数，{1}）</translation>
    </message>
    <message>
        <location filename="../../explorer/recognition/load.py"/>
        <source>its tensors do not fit ({0})</source>
        <translation>其张量不匹配 ({0})</translation>
    </message>
    <message>
        <location filename="../../explorer/runtimes/torch_network.py"/>
        <source>its tensors do not fit the manifest&apos;s architecture ({0})</source>
        <translation>其张量与清单中的结构不匹配 ({0})</translation>
    </message>
    <message>
        <location filename="../../explorer/formats/safetensors.py"/>
        <source>its tensors overlap or leave holes</source>
        <translation>其张量重叠或留有空洞</translation>
    </message>
    <message>
        <location filename="../../explorer/formats/contents.py"/>
        <source>its tensors take {0} GiB once loaded</source>
        <translation>其张量加载后占用 {0} GiB</translation>
    </message>
    <message>
        <location filename="../../explorer/opening/hub.py"/>
        <source>its text encoder knows {0} words and {1} places, its tokenizer more</source>
        <translation>其文本编码器有 {0} 个词和 {1} 个位置，而分词器更多</translation>
    </message>
    <message>
        <location filename="../../explorer/analysis/directions.py"/>
        <source>its version is {0}</source>
        <translation>其版本为 {0}</translation>
    </message>
    <message>
        <location filename="../../explorer/opening/stack.py"/>
        <source>its weight is {0}</source>
        <translation>其权重为 {0}</translation>
    </message>
    <message>
        <location filename="../../explorer/formats/exported.py"/>
        <source>its weights are a pickle</source>
        <translation>其权重是 pickle</translation>
    </message>
    <message>
        <location filename="../../explorer/latent/priors.py"/>
        <source>its weights do not sum to one</source>
        <translation>其权重之和不为一</translation>
    </message>
    <message>
        <location filename="../../explorer/formats/words.py"/>
        <source>its words are not numbered from 0 on</source>
        <translation>其词语没有从 0 起编号</translation>
    </message>
    <message>
        <location filename="../../explorer/opening/hub.py"/>
        <source>its {0} ({1}) is not known here: {2}</source>
        <translation>此处不认识其 {0} ({1}):{2}</translation>
    </message>
    <message>
        <location filename="../../explorer/formats/archive.py"/>
        <source>its {0} bytes would inflate to {1}</source>
        <translation>其 {0} 字节将解压为 {1} 字节</translation>
    </message>
    <message>
        <location filename="../../explorer/formats/diffusers.py"/>
        <source>its {0} is a {1} of {2}</source>
        <translation>其 {0} 为 {2} 的 {1}</translation>
    </message>
    <message>
        <location filename="../../explorer/opening/convert.py"/>
        <source>its {0} is a {1}, which runs as it is</source>
        <translation>其 {0} 是 {1}，可直接运行</translation>
    </message>
    <message>
        <location filename="../../explorer/formats/words.py"/>
        <source>its {0} is no word of it</source>
        <translation>其 {0} 不是其中的词</translation>
    </message>
    <message>
        <location filename="../../explorer/formats/diffusers.py"/>
        <location filename="../../explorer/networks/layer.py"/>
        <source>its {0} is {1}</source>
        <translation>其 {0} 为 {1}</translation>
    </message>
    <message>
        <location filename="../../explorer/opening/hub.py"/>
        <source>its {0} listens to no text, or to classes as well</source>
        <translation>其 {0} 不听从文本，或还听从类别</translation>
    </message>
    <message>
        <location filename="../../explorer/families/stages.py"/>
        <source>kept</source>
        <translation>保留数</translation>
    </message>
    <message>
        <location filename="../../explorer/session/keys.py"/>
        <source>key frames</source>
        <translation>关键帧</translation>
    </message>
    <message>
        <location filename="../../explorer/analysis/attributes.py"/>
        <source>labels</source>
        <translation>标签</translation>
    </message>
    <message>
        <location filename="../../explorer/latent/points.py"/>
        <source>latent</source>
        <translation>潜变量</translation>
    </message>
    <message>
        <location filename="../../explorer/latent/space.py"/>
        <source>latent.prior</source>
        <translation>latent.prior</translation>
    </message>
    <message>
        <location filename="../../explorer/latent/space.py"/>
        <source>latent.shape</source>
        <translation>latent.shape</translation>
    </message>
    <message>
        <location filename="../../explorer/latent/space.py"/>
        <source>latent.{0}</source>
        <translation>latent.{0}</translation>
    </message>
    <message>
        <location filename="../../explorer/latent/paths.py"/>
        <location filename="../../explorer/latent/space.py"/>
        <source>latents</source>
        <translation>潜变量</translation>
    </message>
    <message>
        <location filename="../../explorer/networks/layer.py"/>
        <location filename="../../explorer/opening/stack.py"/>
        <source>layer {0}</source>
        <translation>层 {0}</translation>
    </message>
    <message>
        <location filename="../../explorer/networks/layer.py"/>
        <location filename="../../explorer/opening/answers.py"/>
        <source>layers</source>
        <translation>层</translation>
    </message>
    <message>
        <location filename="../../explorer/formats/onnx.py"/>
        <source>lies in {0}, a linked or special file</source>
        <translation>位于 {0}，那是链接或特殊文件</translation>
    </message>
    <message>
        <location filename="../../explorer/formats/onnx.py"/>
        <source>lies outside its folder, in {0}</source>
        <translation>位于其文件夹之外的 {0}</translation>
    </message>
    <message>
        <location filename="../../explorer/analysis/local.py"/>
        <source>local directions</source>
        <translation>局部方向</translation>
    </message>
    <message>
        <location filename="../../explorer/latent/priors.py"/>
        <source>mixture</source>
        <translation>混合</translation>
    </message>
    <message>
        <location filename="../../explorer/library.py"/>
        <source>model {0}</source>
        <translation>模型 {0}</translation>
    </message>
    <message>
        <location filename="../../explorer/latent/morph.py"/>
        <location filename="../../explorer/session/plan.py"/>
        <source>morph grid</source>
        <translation>渐变网格</translation>
    </message>
    <message>
        <location filename="../../explorer/opening/answers.py"/>
        <source>networks</source>
        <translation>网络</translation>
    </message>
    <message>
        <location filename="../../explorer/families/base.py"/>
        <source>no class is given</source>
        <translation>没有给出类别</translation>
    </message>
    <message>
        <location filename="../../explorer/analysis/directions.py"/>
        <source>no kind {0}</source>
        <translation>没有种类 {0}</translation>
    </message>
    <message>
        <location filename="../../explorer/formats/inert/guard.py"/>
        <source>no process could be started to read it in ({0})</source>
        <translation>无法启动用于读取它的进程 ({0})</translation>
    </message>
    <message>
        <location filename="../../explorer/runtimes/device.py"/>
        <source>no such device</source>
        <translation>没有此设备</translation>
    </message>
    <message>
        <location filename="../../explorer/latent/timing.py"/>
        <source>no such ease</source>
        <translation>没有此缓动方式</translation>
    </message>
    <message>
        <location filename="../../explorer/networks/layer.py"/>
        <source>no such kind</source>
        <translation>没有此种类</translation>
    </message>
    <message>
        <location filename="../../explorer/latent/curves.py"/>
        <location filename="../../explorer/latent/paths.py"/>
        <location filename="../../explorer/networks/layer.py"/>
        <source>no such mode</source>
        <translation>没有此模式</translation>
    </message>
    <message>
        <location filename="../../explorer/library.py"/>
        <source>no such model</source>
        <translation>没有此模型</translation>
    </message>
    <message>
        <location filename="../../explorer/families/schedulers.py"/>
        <source>no such scheduler</source>
        <translation>没有此采样器</translation>
    </message>
    <message>
        <location filename="../../explorer/families/stages.py"/>
        <location filename="../../explorer/families/trajectory.py"/>
        <source>no such setting</source>
        <translation>没有此设置</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/views/side.py"/>
        <source>none of these models has an encoder</source>
        <translation>这些模型都没有编码器</translation>
    </message>
    <message>
        <location filename="../../explorer/analysis/directions.py"/>
        <source>one of its directions is malformed</source>
        <translation>其中一个方向格式错误</translation>
    </message>
    <message>
        <location filename="../../explorer/formats/onnx_graph.py"/>
        <source>one of its inputs has dozens of axes</source>
        <translation>它有一个输入含有数十个轴</translation>
    </message>
    <message>
        <location filename="../../explorer/formats/protobuf.py"/>
        <source>one of its names is endless</source>
        <translation>其中一个名称没有结尾</translation>
    </message>
    <message>
        <location filename="../../explorer/formats/inert/legacy.py"/>
        <source>one of its storages is shorter or longer than it says</source>
        <translation>它有一个存储比其声明的更短或更长</translation>
    </message>
    <message>
        <location filename="../../explorer/formats/inert/layouts.py"/>
        <source>one of its storages is shorter than it says</source>
        <translation>它有一个存储比其声明的更短</translation>
    </message>
    <message>
        <location filename="../../explorer/formats/inert/layouts.py"/>
        <source>one of its storages reaches beyond another</source>
        <translation>它有一个存储超出了另一个的范围</translation>
    </message>
    <message>
        <location filename="../../explorer/formats/inert/known_torch.py"/>
        <source>one of its tensors is not described as tensors are</source>
        <translation>它有一个张量的描述不符合张量的格式</translation>
    </message>
    <message>
        <location filename="../../explorer/analysis/groups.py"/>
        <source>one of them is empty</source>
        <translation>其中之一为空</translation>
    </message>
    <message>
        <location filename="../../explorer/analysis/attributes.py"/>
        <source>only {0} samples have it, or lack it</source>
        <translation>只有 {0} 个样本具有或缺少它</translation>
    </message>
    <message>
        <location filename="../../explorer/opening/trust.py"/>
        <source>opening it runs a program that it brings (SHA-256 {0})</source>
        <translation>打开它会运行其自带的程序 (SHA-256 {0})</translation>
    </message>
    <message>
        <location filename="../../explorer/session/typed.py"/>
        <source>packed bytes were expected, not {0}</source>
        <translation>应为压缩数据，而不是 {0}</translation>
    </message>
    <message>
        <location filename="../../explorer/analysis/around.py"/>
        <source>pad</source>
        <translation>二维面板</translation>
    </message>
    <message>
        <location filename="../../explorer/opening/answers.py"/>
        <source>partner is a path</source>
        <translation>partner 应为路径</translation>
    </message>
    <message>
        <location filename="../../explorer/latent/paths.py"/>
        <source>path</source>
        <translation>路径</translation>
    </message>
    <message>
        <location filename="../../explorer/latent/paths.py"/>
        <source>path.times</source>
        <translation>path.times</translation>
    </message>
    <message>
        <location filename="../../explorer/latent/paths.py"/>
        <source>path.{0}</source>
        <translation>path.{0}</translation>
    </message>
    <message>
        <location filename="../../explorer/session/plan.py"/>
        <source>picture</source>
        <translation>图片</translation>
    </message>
    <message>
        <location filename="../../explorer/export/base.py"/>
        <location filename="../../explorer/export/gif.py"/>
        <location filename="../../explorer/export/sheet.py"/>
        <location filename="../../explorer/export/video.py"/>
        <location filename="../../explorer/export/webp.py"/>
        <source>pictures</source>
        <translation>图像</translation>
    </message>
    <message>
        <location filename="../../explorer/formats/picture.py"/>
        <source>pixels and size disagree</source>
        <translation>像素与尺寸不一致</translation>
    </message>
    <message>
        <location filename="../../explorer/session/fits.py"/>
        <source>place on the path</source>
        <translation>路径上的位置</translation>
    </message>
    <message>
        <location filename="../../explorer/formats/words.py"/>
        <source>prompt</source>
        <translation>提示词</translation>
    </message>
    <message>
        <location filename="../../explorer/export/base.py"/>
        <source>rate</source>
        <translation>帧率</translation>
    </message>
    <message>
        <location filename="../../explorer/latent/timing.py"/>
        <source>re-timing</source>
        <translation>重新定时</translation>
    </message>
    <message>
        <location filename="../../explorer/analysis/around.py"/>
        <source>reach</source>
        <translation>范围</translation>
    </message>
    <message>
        <location filename="../../explorer/formats/inert/guard.py"/>
        <source>reading it takes longer than {0} s</source>
        <translation>读取它需要超过 {0} 秒</translation>
    </message>
    <message>
        <location filename="../../explorer/session/recipe.py"/>
        <source>recipe</source>
        <translation>配方</translation>
    </message>
    <message>
        <location filename="../../explorer/opening/own_class.py"/>
        <source>role {0} is none</source>
        <translation>角色 {0} 无效</translation>
    </message>
    <message>
        <location filename="../../explorer/families/inversion.py"/>
        <source>rounds</source>
        <translation>轮数</translation>
    </message>
    <message>
        <location filename="../../explorer/session/fits.py"/>
        <source>run</source>
        <translation>运行</translation>
    </message>
    <message>
        <location filename="../../explorer/session/tree.py"/>
        <source>run 0</source>
        <translation>第 0 次运行</translation>
    </message>
    <message>
        <location filename="../../explorer/session/tree.py"/>
        <source>run number {0}</source>
        <translation>第 {0} 次运行</translation>
    </message>
    <message>
        <location filename="../../explorer/families/comparison.py"/>
        <source>runs</source>
        <translation>运行</translation>
    </message>
    <message>
        <location filename="../../explorer/analysis/response.py"/>
        <source>samples</source>
        <translation>样本数</translation>
    </message>
    <message>
        <location filename="../../explorer/export/base.py"/>
        <source>scale</source>
        <translation>缩放</translation>
    </message>
    <message>
        <location filename="../../explorer/scenes.py"/>
        <source>scene</source>
        <translation>场景</translation>
    </message>
    <message>
        <location filename="../../explorer/families/schedulers.py"/>
        <location filename="../../explorer/session/fits.py"/>
        <source>scheduler {0}</source>
        <translation>采样器 {0}</translation>
    </message>
    <message>
        <location filename="../../explorer/session/fits.py"/>
        <source>schedulers</source>
        <translation>采样器</translation>
    </message>
    <message>
        <location filename="../../explorer/latent/space.py"/>
        <location filename="../../explorer/session/fits.py"/>
        <source>seed</source>
        <translation>种子</translation>
    </message>
    <message>
        <location filename="../../explorer/families/stages.py"/>
        <location filename="../../explorer/families/trajectory.py"/>
        <source>setting {0}</source>
        <translation>设置 {0}</translation>
    </message>
    <message>
        <location filename="../../explorer/networks/__init__.py"/>
        <source>settings of {0}</source>
        <translation>{0} 的设置</translation>
    </message>
    <message>
        <location filename="../../explorer/families/base.py"/>
        <location filename="../../explorer/latent/space.py"/>
        <source>shape {0} does not fit</source>
        <translation>形状 {0} 不匹配</translation>
    </message>
    <message>
        <location filename="../../explorer/formats/picture.py"/>
        <source>shape {0} is no image</source>
        <translation>形状 {0} 不是图像</translation>
    </message>
    <message>
        <location filename="../../explorer/export/base.py"/>
        <source>shape {0} is none</source>
        <translation>形状 {0} 无效</translation>
    </message>
    <message>
        <location filename="../../explorer/latent/paths.py"/>
        <source>shapes {0} and {1} differ</source>
        <translation>形状 {0} 与 {1} 不同</translation>
    </message>
    <message>
        <location filename="../../explorer/session/state.py"/>
        <source>side by side</source>
        <translation>并排</translation>
    </message>
    <message>
        <location filename="../../explorer/latent/timing.py"/>
        <source>some are negative or not finite</source>
        <translation>有些为负或不是有限值</translation>
    </message>
    <message>
        <location filename="../../explorer/latent/priors.py"/>
        <source>some of its numbers are no numbers</source>
        <translation>其中有些不是数</translation>
    </message>
    <message>
        <location filename="../../explorer/families/base.py"/>
        <source>some pixels are not finite</source>
        <translation>有些像素不是有限值</translation>
    </message>
    <message>
        <location filename="../../explorer/latent/space.py"/>
        <source>some values are not finite</source>
        <translation>有些值不是有限值</translation>
    </message>
    <message>
        <location filename="../../explorer/session/state.py"/>
        <source>source</source>
        <translation>来源</translation>
    </message>
    <message>
        <location filename="../../explorer/families/commitment.py"/>
        <location filename="../../explorer/families/stages.py"/>
        <location filename="../../explorer/families/trajectory.py"/>
        <location filename="../../explorer/session/fits.py"/>
        <location filename="../../explorer/session/tree.py"/>
        <source>step</source>
        <translation>步</translation>
    </message>
    <message>
        <location filename="../../explorer/families/schedulers.py"/>
        <location filename="../../explorer/families/stages.py"/>
        <location filename="../../explorer/session/fits.py"/>
        <source>steps</source>
        <translation>步数</translation>
    </message>
    <message>
        <location filename="../../explorer/families/style_transfer.py"/>
        <location filename="../../explorer/latent/styles.py"/>
        <source>styles</source>
        <translation>风格</translation>
    </message>
    <message>
        <location filename="../../explorer/families/stages.py"/>
        <source>temperature</source>
        <translation>温度</translation>
    </message>
    <message>
        <location filename="../../explorer/formats/contents.py"/>
        <source>tensor {0} claims {1} numbers from a storage of {2} bytes</source>
        <translation>张量 {0} 声称从 {2} 字节的存储中取 {1} 个数</translation>
    </message>
    <message>
        <location filename="../../explorer/formats/contents.py"/>
        <source>tensor {0} has {1} axes</source>
        <translation>张量 {0} 有 {1} 个轴</translation>
    </message>
    <message>
        <location filename="../../explorer/formats/safetensors.py"/>
        <source>tensor {0} is of type {1}</source>
        <translation>张量 {0} 的类型为 {1}</translation>
    </message>
    <message>
        <location filename="../../explorer/formats/onnx.py"/>
        <source>tensor {0} of {1} lies there, but it is not</source>
        <translation>{1} 的张量 {0} 应在该处，但并不在</translation>
    </message>
    <message>
        <location filename="../../explorer/formats/onnx.py"/>
        <source>tensor {0} of {1} reaches beyond its end</source>
        <translation>{1} 的张量 {0} 超出了文件末尾</translation>
    </message>
    <message>
        <location filename="../../explorer/formats/contents.py"/>
        <source>tensor {0} reaches beyond its storage</source>
        <translation>张量 {0} 超出了其存储范围</translation>
    </message>
    <message>
        <location filename="../../explorer/formats/archive.py"/>
        <source>the checksum of its part {0} is wrong</source>
        <translation>它的部分 {0} 校验和错误</translation>
    </message>
    <message>
        <location filename="../../explorer/formats/exported.py"/>
        <source>the description of tensor {0} makes no sense</source>
        <translation>张量 {0} 的描述没有意义</translation>
    </message>
    <message>
        <location filename="../../explorer/formats/atomic.py"/>
        <source>the disk is full</source>
        <translation>磁盘已满</translation>
    </message>
    <message>
        <location filename="../../explorer/formats/atomic.py"/>
        <source>the disk is read-only</source>
        <translation>磁盘为只读</translation>
    </message>
    <message>
        <location filename="../../explorer/formats/safetensors.py"/>
        <source>the entry of tensor {0} is malformed</source>
        <translation>张量 {0} 的条目格式错误</translation>
    </message>
    <message>
        <location filename="../../explorer/opening/stack.py"/>
        <source>the file has no weight {0}</source>
        <translation>该文件没有权重 {0}</translation>
    </message>
    <message>
        <location filename="../../explorer/opening/own_class.py"/>
        <source>the file has no weights named as the class&apos;s own ({0}, ...)</source>
        <translation>该文件没有与此类同名的权重 ({0}, ...)</translation>
    </message>
    <message>
        <location filename="../../explorer/formats/atomic.py"/>
        <source>the file would be too large for its disk</source>
        <translation>该文件对所在磁盘来说过大</translation>
    </message>
    <message>
        <location filename="../../explorer/formats/diffusers.py"/>
        <source>the folder brings a program of its own</source>
        <translation>该文件夹自带程序</translation>
    </message>
    <message>
        <location filename="../../explorer/families/inversion.py"/>
        <source>the inversion diverged</source>
        <translation>反演发散</translation>
    </message>
    <message>
        <location filename="../../explorer/session/spaces.py"/>
        <source>the latent</source>
        <translation>潜变量</translation>
    </message>
    <message>
        <location filename="../../explorer/formats/inert/legacy.py"/>
        <source>the length of one of its storages makes no sense</source>
        <translation>它有一个存储的长度没有意义</translation>
    </message>
    <message>
        <location filename="../../explorer/sampling/engine.py"/>
        <source>the model</source>
        <translation>模型</translation>
    </message>
    <message>
        <location filename="../../explorer/session/fits.py"/>
        <source>the model knows no {0} {1}</source>
        <translation>该模型没有 {0} {1}</translation>
    </message>
    <message>
        <location filename="../../explorer/families/prompts.py"/>
        <source>the model lacks it</source>
        <translation>模型没有它</translation>
    </message>
    <message>
        <location filename="../../explorer/formats/words.py"/>
        <source>the model never learned {0}</source>
        <translation>模型从未学过 {0}</translation>
    </message>
    <message>
        <location filename="../../explorer/networks/__init__.py"/>
        <source>the network cannot be built from {0} ({1})</source>
        <translation>无法由 {0} 构建网络 ({1})</translation>
    </message>
    <message>
        <location filename="../../explorer/runtimes/fitted.py"/>
        <source>the network did not give this output</source>
        <translation>网络没有给出此输出</translation>
    </message>
    <message>
        <location filename="../../explorer/families/evaluation.py"/>
        <source>the network&apos;s answer at step {0} is not finite</source>
        <translation>网络在第 {0} 步的输出不是有限值</translation>
    </message>
    <message>
        <location filename="../../explorer/formats/inert/legacy.py"/>
        <source>the numbers of one of its tensors are missing</source>
        <translation>它有一个张量缺少数值</translation>
    </message>
    <message>
        <location filename="../../explorer/latent/space.py"/>
        <source>the prior is no mixture</source>
        <translation>先验不是混合分布</translation>
    </message>
    <message>
        <location filename="../../explorer/formats/inert/guard.py"/>
        <source>the process that read it ended early ({0})</source>
        <translation>读取它的进程提前结束 ({0})</translation>
    </message>
    <message>
        <location filename="../../explorer/opening/probe.py"/>
        <source>the shape of its latent is not in the file</source>
        <translation>文件中没有其潜变量的形状</translation>
    </message>
    <message>
        <location filename="../../explorer/formats/inert/known_torch.py"/>
        <location filename="../../explorer/formats/onnx_graph.py"/>
        <source>the shape of one of its tensors makes no sense</source>
        <translation>它有一个张量的形状没有意义</translation>
    </message>
    <message>
        <location filename="../../explorer/formats/contents.py"/>
        <source>the shape of tensor {0} makes no sense</source>
        <translation>张量 {0} 的形状不合理</translation>
    </message>
    <message>
        <location filename="../../explorer/opening/probe.py"/>
        <source>the size of its pictures is not in the file</source>
        <translation>文件中没有其图像的尺寸</translation>
    </message>
    <message>
        <location filename="../../explorer/formats/archive.py"/>
        <source>the sizes of its part {0} disagree</source>
        <translation>它的部分 {0} 的各个大小不一致</translation>
    </message>
    <message>
        <location filename="../../explorer/latent/points.py"/>
        <source>the space has {0}</source>
        <translation>潜空间有 {0}</translation>
    </message>
    <message>
        <location filename="../../explorer/formats/exported.py"/>
        <source>the structure of its arguments names foreign classes</source>
        <translation>其参数结构引用了外部的类</translation>
    </message>
    <message>
        <location filename="../../explorer/formats/exported.py"/>
        <source>the structure of its arguments, {0}, is not plain</source>
        <translation>其参数结构 {0} 不是简单结构</translation>
    </message>
    <message>
        <location filename="../../explorer/opening/own_class.py"/>
        <source>the weights do not fit ({0})</source>
        <translation>权重不匹配 ({0})</translation>
    </message>
    <message>
        <location filename="../../explorer/latent/styles.py"/>
        <source>their layers do not follow each other</source>
        <translation>其各层前后不相接</translation>
    </message>
    <message>
        <location filename="../../explorer/latent/styles.py"/>
        <source>their mean does not fit</source>
        <translation>其均值不相配</translation>
    </message>
    <message>
        <location filename="../../explorer/analysis/groups.py"/>
        <source>their means are the same</source>
        <translation>它们的均值相同</translation>
    </message>
    <message>
        <location filename="../../explorer/formats/inert/guard.py"/>
        <source>there are no weights in it</source>
        <translation>其中没有权重</translation>
    </message>
    <message>
        <location filename="../../explorer/formats/inert/guard.py"/>
        <source>there are no weights in it; it mentions {0}</source>
        <translation>其中没有权重；它提到了 {0}</translation>
    </message>
    <message>
        <location filename="../../explorer/formats/diffusers.py"/>
        <source>there are no weights there</source>
        <translation>该处没有权重</translation>
    </message>
    <message>
        <location filename="../../explorer/export/base.py"/>
        <location filename="../../explorer/export/sheet.py"/>
        <source>there are none</source>
        <translation>一个也没有</translation>
    </message>
    <message>
        <location filename="../../explorer/opening/convert.py"/>
        <source>there is a model already</source>
        <translation>此处已有模型</translation>
    </message>
    <message>
        <location filename="../../explorer/session/python.py"/>
        <source>there is no picture to rebuild</source>
        <translation>没有可重建的图片</translation>
    </message>
    <message>
        <location filename="../../explorer/session/share.py"/>
        <source>there is no space {0}</source>
        <translation>没有空间 {0}</translation>
    </message>
    <message>
        <location filename="../../explorer/opening/answers.py"/>
        <source>there is no such answer</source>
        <translation>没有此回答</translation>
    </message>
    <message>
        <location filename="../../explorer/formats/pythae.py"/>
        <location filename="../../explorer/library.py"/>
        <location filename="../../explorer/runtimes/onnx.py"/>
        <source>there is no such file</source>
        <translation>没有此文件</translation>
    </message>
    <message>
        <location filename="../../explorer/library.py"/>
        <source>there is no such file or folder</source>
        <translation>没有此文件或文件夹</translation>
    </message>
    <message>
        <location filename="../../explorer/session/tree.py"/>
        <source>there is no such run</source>
        <translation>没有此运行</translation>
    </message>
    <message>
        <location filename="../../explorer/session/fits.py"/>
        <source>there is no such scheduler</source>
        <translation>没有这样的采样器</translation>
    </message>
    <message>
        <location filename="../../explorer/session/python.py"/>
        <source>there is no view called {0}</source>
        <translation>没有名为 {0} 的视图</translation>
    </message>
    <message>
        <location filename="../../explorer/opening/explain.py"/>
        <location filename="../../explorer/session/plan.py"/>
        <source>there is none</source>
        <translation>不存在</translation>
    </message>
    <message>
        <location filename="../../explorer/families/base.py"/>
        <location filename="../../explorer/latent/space.py"/>
        <source>they are no array of numbers</source>
        <translation>它们不是数值数组</translation>
    </message>
    <message>
        <location filename="../../explorer/opening/answers.py"/>
        <source>they are no list</source>
        <translation>它们不是列表</translation>
    </message>
    <message>
        <location filename="../../explorer/session/fits.py"/>
        <source>they are no weights of {0} Gaussians</source>
        <translation>这不是 {0} 个高斯分量的权重</translation>
    </message>
    <message>
        <location filename="../../explorer/analysis/groups.py"/>
        <source>they are of different models</source>
        <translation>它们属于不同的模型</translation>
    </message>
    <message>
        <location filename="../../explorer/latent/paths.py"/>
        <source>they do not rise from 0 to 1</source>
        <translation>它们没有从 0 单调升到 1</translation>
    </message>
    <message>
        <location filename="../../explorer/families/base.py"/>
        <source>they span {0} to {1}</source>
        <translation>它们的范围是 {0} 到 {1}</translation>
    </message>
    <message>
        <location filename="../../explorer/sampling/engine.py"/>
        <source>this computer</source>
        <translation>此计算机</translation>
    </message>
    <message>
        <location filename="../../explorer/library.py"/>
        <location filename="../../explorer/opening/build.py"/>
        <source>this processor lacks it</source>
        <translation>此处理器不支持</translation>
    </message>
    <message>
        <location filename="../../explorer/networks/__init__.py"/>
        <source>this program has none of that name</source>
        <translation>本程序没有此名称的项</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/explore/rebuilt.py"/>
        <source>this {0} has no encoder for {1}</source>
        <translation>此 {0} 没有可用于 {1} 的编码器</translation>
    </message>
    <message>
        <location filename="../../explorer/families/schedulers.py"/>
        <location filename="../../explorer/session/fits.py"/>
        <source>timestep</source>
        <translation>时间步</translation>
    </message>
    <message>
        <location filename="../../explorer/library.py"/>
        <location filename="../../explorer/opening/build.py"/>
        <source>torch bfloat16, {0}</source>
        <translation>torch bfloat16，{0}</translation>
    </message>
    <message>
        <location filename="../../explorer/runtimes/programs.py"/>
        <source>torch cannot load it ({0})</source>
        <translation>torch 无法加载它 ({0})</translation>
    </message>
    <message>
        <location filename="../../explorer/runtimes/device.py"/>
        <source>torch cannot use it here</source>
        <translation>torch 无法在此使用它</translation>
    </message>
    <message>
        <location filename="../../explorer/runtimes/torch_network.py"/>
        <source>torch failed ({0})</source>
        <translation>torch 运行失败 ({0})</translation>
    </message>
    <message>
        <location filename="../../explorer/families/commitment.py"/>
        <source>tries</source>
        <translation>尝试次数</translation>
    </message>
    <message>
        <location filename="../../explorer/formats/archive.py"/>
        <source>two of its parts are called {0}</source>
        <translation>它有两个部分都叫 {0}</translation>
    </message>
    <message>
        <location filename="../../explorer/formats/onnx_graph.py"/>
        <source>two of its tensors are called {0}</source>
        <translation>它有两个张量都名为 {0}</translation>
    </message>
    <message>
        <location filename="../../explorer/latent/priors.py"/>
        <location filename="../../explorer/latent/space.py"/>
        <location filename="../../explorer/session/fits.py"/>
        <source>weights</source>
        <translation>权重</translation>
    </message>
    <message>
        <location filename="../../explorer/opening/probe.py"/>
        <source>what it makes ({0}) is no picture</source>
        <translation>它生成的 ({0}) 不是图像</translation>
    </message>
    <message>
        <location filename="../../explorer/opening/graphs.py"/>
        <source>which of its ports ({0}) is a latent and which a picture is not clear</source>
        <translation>无法判断其端口 ({0}) 中哪个是潜变量、哪个是图像</translation>
    </message>
    <message>
        <location filename="../../explorer/formats/atomic.py"/>
        <source>writing there is not permitted</source>
        <translation>没有在该处写入的权限</translation>
    </message>
    <message>
        <location filename="../../explorer/formats/atomic.py"/>
        <source>your share of the disk is used up</source>
        <translation>您的磁盘配额已用尽</translation>
    </message>
    <message>
        <location filename="../../explorer/opening/own_class.py"/>
        <source>{0} cannot be made ({1}: {2})</source>
        <translation>无法创建 {0} ({1}：{2})</translation>
    </message>
    <message>
        <location filename="../../explorer/session/recipe.py"/>
        <source>{0} cannot be saved</source>
        <translation>{0} 无法保存</translation>
    </message>
    <message>
        <location filename="../../explorer/export/__init__.py"/>
        <source>{0} cannot be written</source>
        <translation>{0} 无法写入</translation>
    </message>
    <message>
        <location filename="../../explorer/analysis/local.py"/>
        <source>{0} dimensions take {1} pictures</source>
        <translation>{0} 个维度需要 {1} 张图像</translation>
    </message>
    <message>
        <location filename="../../explorer/opening/answers.py"/>
        <source>{0} does not fit</source>
        <translation>{0} 不匹配</translation>
    </message>
    <message>
        <location filename="../../explorer/latent/space.py"/>
        <source>{0} entries for {1} dimensions</source>
        <translation>{1} 个维度却有 {0} 个条目</translation>
    </message>
    <message>
        <location filename="../../explorer/analysis/attributes.py"/>
        <source>{0} for {1} latents</source>
        <translation>{1} 个潜变量却有 {0} 个</translation>
    </message>
    <message>
        <location filename="../../explorer/families/style_transfer.py"/>
        <source>{0} for {1} pictures</source>
        <translation>{1} 张图片却有 {0} 张</translation>
    </message>
    <message>
        <location filename="../../explorer/latent/paths.py"/>
        <source>{0} for {1} segments</source>
        <translation>{1} 段却有 {0} 个</translation>
    </message>
    <message>
        <location filename="../../explorer/families/base.py"/>
        <source>{0} has no such class</source>
        <translation>{0} 没有此类别</translation>
    </message>
    <message>
        <location filename="../../explorer/session/container.py"/>
        <source>{0} in it is above {1} MB</source>
        <translation>其中的 {0} 超过 {1} MB</translation>
    </message>
    <message>
        <location filename="../../explorer/session/container.py"/>
        <source>{0} in it is malformed</source>
        <translation>其中的 {0} 格式错误</translation>
    </message>
    <message>
        <location filename="../../explorer/export/base.py"/>
        <source>{0} is below one</source>
        <translation>{0} 小于一</translation>
    </message>
    <message>
        <location filename="../../explorer/export/base.py"/>
        <location filename="../../explorer/latent/space.py"/>
        <location filename="../../explorer/session/tree.py"/>
        <source>{0} is below zero</source>
        <translation>{0} 小于零</translation>
    </message>
    <message>
        <location filename="../../explorer/formats/manifest.py"/>
        <source>{0} is missing or is not {1}</source>
        <translation>{0} 缺失或不是 {1}</translation>
    </message>
    <message>
        <location filename="../../explorer/families/diffusion.py"/>
        <source>{0} is missing or wrong</source>
        <translation>{0} 缺失或有误</translation>
    </message>
    <message>
        <location filename="../../explorer/analysis/labels.py"/>
        <source>{0} is no label</source>
        <translation>{0} 不是标签</translation>
    </message>
    <message>
        <location filename="../../explorer/families/prompts.py"/>
        <source>{0} is no text</source>
        <translation>{0} 不是文本</translation>
    </message>
    <message>
        <location filename="../../explorer/opening/own_class.py"/>
        <source>{0} is no torch.nn.Module</source>
        <translation>{0} 不是 torch.nn.Module</translation>
    </message>
    <message>
        <location filename="../../explorer/session/state.py"/>
        <source>{0} is none</source>
        <translation>{0} 无效</translation>
    </message>
    <message>
        <location filename="../../explorer/latent/space.py"/>
        <source>{0} is not a shape</source>
        <translation>{0} 不是形状</translation>
    </message>
    <message>
        <location filename="../../explorer/latent/timing.py"/>
        <source>{0} is not one a step</source>
        <translation>{0} 不是每步一个</translation>
    </message>
    <message>
        <location filename="../../explorer/session/state.py"/>
        <source>{0} is not there</source>
        <translation>{0} 不存在</translation>
    </message>
    <message>
        <location filename="../../explorer/analysis/around.py"/>
        <location filename="../../explorer/export/base.py"/>
        <location filename="../../explorer/families/commitment.py"/>
        <location filename="../../explorer/families/inversion.py"/>
        <location filename="../../explorer/families/schedulers.py"/>
        <location filename="../../explorer/families/stages.py"/>
        <location filename="../../explorer/families/style_transfer.py"/>
        <location filename="../../explorer/families/styled.py"/>
        <location filename="../../explorer/latent/space.py"/>
        <location filename="../../explorer/session/fits.py"/>
        <source>{0} is out of range</source>
        <translation>{0} 超出范围</translation>
    </message>
    <message>
        <location filename="../../explorer/analysis/around.py"/>
        <location filename="../../explorer/analysis/response.py"/>
        <location filename="../../explorer/latent/paths.py"/>
        <source>{0} is too few</source>
        <translation>{0} 太少</translation>
    </message>
    <message>
        <location filename="../../explorer/networks/layer.py"/>
        <source>{0} is unknown</source>
        <translation>{0} 未知</translation>
    </message>
    <message>
        <location filename="../../explorer/latent/paths.py"/>
        <source>{0} key frames</source>
        <translation>{0} 个关键帧</translation>
    </message>
    <message>
        <location filename="../../explorer/analysis/labels.py"/>
        <source>{0} labels for {1} attributes</source>
        <translation>{1} 个属性却有 {0} 个标签</translation>
    </message>
    <message>
        <location filename="../../explorer/session/typed.py"/>
        <source>{0} lacks a field, or has one too many: {1}</source>
        <translation>{0} 缺少或多出一个字段：{1}</translation>
    </message>
    <message>
        <location filename="../../explorer/families/base.py"/>
        <source>{0} lacks it</source>
        <translation>{0} 缺少它</translation>
    </message>
    <message>
        <location filename="../../explorer/latent/priors.py"/>
        <source>{0} numbers do not fit {1} Gaussians</source>
        <translation>{0} 个数与 {1} 个高斯分量不符</translation>
    </message>
    <message>
        <location filename="../../explorer/latent/paths.py"/>
        <source>{0} of {1}</source>
        <translation>{1} 中的 {0}</translation>
    </message>
    <message>
        <location filename="../../explorer/session/state.py"/>
        <source>{0} pictures, {1} models</source>
        <translation>{0} 张图像，{1} 个模型</translation>
    </message>
    <message>
        <location filename="../../explorer/export/base.py"/>
        <source>{0} stands beside {1} uint8</source>
        <translation>{0} 与 uint8 的 {1} 并存</translation>
    </message>
    <message>
        <location filename="../../explorer/families/comparison.py"/>
        <source>{0} to compare</source>
        <translation>比较 {0} 个</translation>
    </message>
    <message>
        <location filename="../../explorer/latent/points.py"/>
        <source>{0} values for a space of {1}</source>
        <translation>{1} 维空间却有 {0} 个值</translation>
    </message>
    <message>
        <location filename="../../explorer/session/typed.py"/>
        <source>{0} was expected, not {1}</source>
        <translation>应为 {0}，而不是 {1}</translation>
    </message>
    <message>
        <location filename="../../explorer/families/commitment.py"/>
        <location filename="../../explorer/families/stages.py"/>
        <location filename="../../explorer/families/trajectory.py"/>
        <source>{0} was not computed</source>
        <translation>{0} 尚未计算</translation>
    </message>
    <message>
        <location filename="../../explorer/latent/morph.py"/>
        <source>{0} x {1} is too small</source>
        <translation>{0} x {1} 太小</translation>
    </message>
    <message>
        <location filename="../../explorer/export/gif.py"/>
        <source>{0} x {1} pixels are more than a GIF holds</source>
        <translation>{0} x {1} 像素超出 GIF 的上限</translation>
    </message>
    <message>
        <location filename="../../explorer/export/webp.py"/>
        <source>{0} x {1} pixels are more than a WebP film holds</source>
        <translation>{0} x {1} 像素超出 WebP 动画的上限</translation>
    </message>
    <message>
        <location filename="../../explorer/export/video.py"/>
        <source>{0} x {1} pixels are more than players show</source>
        <translation>{0} x {1} 像素超出播放器所能显示的范围</translation>
    </message>
    <message>
        <location filename="../../explorer/analysis/labels.py"/>
        <source>{0}, line {1}</source>
        <translation>{0} 第 {1} 行</translation>
    </message>
    <message>
        <location filename="../../explorer/session/typed.py"/>
        <source>{0}.{1} does not agree with the rest</source>
        <translation>{0}.{1} 与其余部分不一致</translation>
    </message>
</context>
<context>
    <name>Phrases</name>
    <message>
        <location filename="../../explorer/formats/manifest.py"/>
        <source>&quot;normal&quot; where there is a temperature</source>
        <translation>设有温度时应为的 &quot;normal&quot;</translation>
    </message>
    <message>
        <location filename="../../explorer/formats/manifest.py"/>
        <source>&quot;normal&quot;, &quot;uniform&quot; or &quot;mixture&quot;</source>
        <translation>&quot;normal&quot;、&quot;uniform&quot; 或 &quot;mixture&quot;</translation>
    </message>
    <message>
        <location filename="../../explorer/formats/manifest.py"/>
        <source>&quot;{0}&quot;, without networks beside it</source>
        <translation>“{0}”，且旁边没有网络</translation>
    </message>
    <message>
        <location filename="../../explorer/phrases.py"/>
        <source>-1 to 1</source>
        <translation>-1 到 1</translation>
    </message>
    <message>
        <location filename="../../explorer/phrases.py"/>
        <source>0 to 1</source>
        <translation>0 到 1</translation>
    </message>
    <message>
        <location filename="../../explorer/phrases.py"/>
        <source>0 to 255</source>
        <translation>0 到 255</translation>
    </message>
    <message>
        <location filename="../../explorer/formats/manifest.py"/>
        <location filename="../../explorer/opening/answers.py"/>
        <source>1, 3 or 4</source>
        <translation>1、3 或 4</translation>
    </message>
    <message>
        <location filename="../../explorer/training/recipes/digits_autoencoders.py"/>
        <source>A VAE that holds all codes together to the prior, and each of them hardly, so that more of the digit fits into the code. Encode a digit and compare how well it comes back with the plain VAE&apos;s.</source>
        <translation>一种只要求全部编码整体上符合先验分布、而几乎不约束单个编码的 VAE，因此编码中能容纳更多的数字信息。编码一个数字，与普通 VAE 比较重建的效果。</translation>
    </message>
    <message>
        <location filename="../../explorer/training/recipes/digits_glow.py"/>
        <source>A chain of layers that turn noise into digits and can each be undone exactly: any picture has its noise. Run the layers one by one, and turn the temperature.</source>
        <translation>一连串把噪声变成数字的层，每一层都能精确地逆转：任何图像都有对应的噪声。逐层运行，并调节温度。</translation>
    </message>
    <message>
        <location filename="../../explorer/training/recipes/tiles_ddpm.py"/>
        <source>A denoiser that draws dungeon tiles in colour: walls, monsters, weapons. Choose a kind and guidance, then scrub through the steps.</source>
        <translation>一个绘制彩色地牢图块的去噪网络：墙壁、怪物、武器。选择种类和引导强度，然后拖动浏览各步。</translation>
    </message>
    <message>
        <location filename="../../explorer/training/recipes/digits_ddpm.py"/>
        <source>A denoiser that draws the digit you ask for out of noise, step by step. Choose a class and guidance, then scrub through the steps.</source>
        <translation>一个从噪声中一步步画出指定数字的去噪网络。选择类别和引导强度，然后拖动浏览各步。</translation>
    </message>
    <message>
        <location filename="../../explorer/training/recipes/patched.py"/>
        <source>A generator of pixel art that learns from three thousand tiles of a dungeon game. Drag the sliders from wall to lava: after a short training it knows textures and light, and hardly a shape.</source>
        <translation>一个像素画生成器，从一款地牢游戏的三千个图块中学习而来。拖动滑块，从墙壁变到熔岩：训练时间很短，它学会了纹理和光照，却几乎没学会形状。</translation>
    </message>
    <message>
        <location filename="../../explorer/training/recipes/digits_dcgan.py"/>
        <source>A generator that learned handwriting by fooling a critic, from 32 numbers. Drag a slider to bend the strokes and watch what the critic thinks of the result.</source>
        <translation>一个靠欺骗判别器学会手写、由 32 个数字驱动的生成器。拖动滑块弯曲笔画，看看判别器如何评价结果。</translation>
    </message>
    <message>
        <location filename="../../explorer/training/recipes/patched.py"/>
        <source>A generator that must please three critics at once, each judging patches of the picture at another size. Look at the strokes: every patch is a stroke, and whether the whole is a digit is for the coarsest critic alone.</source>
        <translation>一个必须同时让三个判别器满意的生成器，每个判别器以不同的尺度评判图像的小块。注意看笔画：每个小块都像笔画，而整体是不是数字只由最粗的判别器决定。</translation>
    </message>
    <message>
        <location filename="../../explorer/recognition/phlippe.py"/>
        <source>A plain autoencoder: nothing shaped its latents, so random ones may show little.</source>
        <translation>普通自编码器：没有什么约束过它的潜变量，因此随机的潜变量可能画不出什么。</translation>
    </message>
    <message>
        <location filename="../../explorer/recognition/taesd.py"/>
        <source>A side of the latents is an eighth of the picture&apos;s; any multiple of 8 works.</source>
        <translation>潜变量的边长是图像边长的八分之一；边长可以是 8 的任意倍数。</translation>
    </message>
    <message>
        <location filename="../../explorer/opening/stack.py"/>
        <source>A table of {0} x {1} numbers is an embedding of {2} classes; how it joins the latent is a guess.</source>
        <translation>一个 {0} × {1} 的数表是 {2} 个类别的嵌入；它如何与潜变量结合属于猜测。</translation>
    </message>
    <message>
        <location filename="../../explorer/opening/probe.py"/>
        <source>A try gave numbers from {0} to {1}: mostly in {2}, the rest is cut.</source>
        <translation>试运行得到的数值在 {0} 到 {1} 之间：大多在 {2} 之内，其余截断。</translation>
    </message>
    <message>
        <location filename="../../explorer/opening/probe.py"/>
        <source>A try gave numbers from {0} to {1}: pictures in {2}.</source>
        <translation>试运行得到的数值在 {0} 到 {1} 之间：图像取 {2}。</translation>
    </message>
    <message>
        <location filename="../../explorer/opening/probe.py"/>
        <source>A try made pictures of {0} x {1} with {2} channels.</source>
        <translation>试运行生成了 {0} × {1}、{2} 通道的图像。</translation>
    </message>
    <message>
        <location filename="../../explorer/training/recipes/scenes_vae.py"/>
        <source>A variational autoencoder that rebuilds small rendered rooms from ten numbers. Drag a slider to turn the room or repaint it; drop a picture of a scene to encode it.</source>
        <translation>一个用十个数字重建小型渲染房间的变分自编码器。拖动滑块可转动房间或重新着色；拖入一张场景图像即可将其编码。</translation>
    </message>
    <message>
        <location filename="../../explorer/training/recipes/digits_vaegan.py"/>
        <source>A variational autoencoder whose pictures are compared with the originals by what a critic sees in them, and not pixel by pixel. Encode a digit: it comes back crisp where the plain VAE blurs, if not always the same to the pixel.</source>
        <translation>一个变分自编码器，其图像与原图的比较依据是判别器所见，而不是逐个像素。编码一个数字：普通 VAE 会模糊的地方它依然清晰，尽管不一定与原图逐像素相同。</translation>
    </message>
    <message>
        <location filename="../../explorer/recognition/rosinality_glow.py"/>
        <source>All names and shapes are those of Glow in rosinality&apos;s glow-pytorch.</source>
        <translation>所有名称和形状都与 rosinality 的 glow-pytorch 中的 Glow 一致。</translation>
    </message>
    <message>
        <location filename="../../explorer/recognition/stylegan2.py"/>
        <source>All names and shapes are those of StyleGAN2&apos;s generator in {0}.</source>
        <translation>所有名称和形状都与 {0} 中 StyleGAN2 的生成器一致。</translation>
    </message>
    <message>
        <location filename="../../explorer/recognition/lucidrains.py"/>
        <source>All names and shapes are those of lucidrains&apos; U-Net, its {0} generation.</source>
        <translation>所有名称和形状都与 lucidrains 的{0} U-Net 一致。</translation>
    </message>
    <message>
        <location filename="../../explorer/recognition/burgess.py"/>
        <source>All names and shapes are those of the Burgess VAE in disentangling-vae.</source>
        <translation>所有名称和形状都与 disentangling-vae 中的 Burgess VAE 一致。</translation>
    </message>
    <message>
        <location filename="../../explorer/recognition/papers_unet.py"/>
        <source>All names and shapes are those of the U-Net in PapersReimplementations&apos; DDPM.</source>
        <translation>所有名称和形状都与 PapersReimplementations 的 DDPM 中的 U-Net 一致。</translation>
    </message>
    <message>
        <location filename="../../explorer/recognition/phlippe.py"/>
        <source>All names and shapes are those of the autoencoder in UvA&apos;s tutorial 9.</source>
        <translation>所有名称和形状都与 UvA 教程 9 中的自编码器一致。</translation>
    </message>
    <message>
        <location filename="../../explorer/training/recipes/digits_told.py"/>
        <source>An adversarial network that is told which digit to write. Hold the sliders and step through the digits, then hold a digit and move the sliders: slant and weight are the latent&apos;s, the digit is the class&apos;s.</source>
        <translation>一个被告知该写哪个数字的对抗网络。固定滑块并依次切换数字，再固定数字并移动滑块：倾斜和粗细由潜变量决定，数字由类别决定。</translation>
    </message>
    <message>
        <location filename="../../explorer/training/recipes/digits_gans.py"/>
        <source>An adversarial network whose critic is taught the numbers one for real and zero for fake, and is punished by the square for missing them. Watch its score between the two, and compare the same seed with the Wasserstein critic.</source>
        <translation>一个对抗网络，其判别器学习对真图给出 1、对假图给出 0，偏差按平方受罚。观察它在两者之间的评分，并用同一个种子与 Wasserstein 判别器比较。</translation>
    </message>
    <message>
        <location filename="../../explorer/training/recipes/digits_gans.py"/>
        <source>An adversarial network whose critic measures how far pictures are from digits, with a slope that is held near one. Its scores are distances up to a constant: compare two pictures, and find the walk along which the score falls least.</source>
        <translation>一个对抗网络，其判别器衡量图像与数字的距离，斜率保持在 1 附近。它的评分是相差一个常数的距离：比较两张图像，找出评分下降最少的路线。</translation>
    </message>
    <message>
        <location filename="../../explorer/training/recipes/digits_told.py"/>
        <source>An adversarial network whose pictures must tell of a code of ten values and two sliders that it was given. Choose the categorical code, drag the two continuous ones, and drop a picture to have its codes read.</source>
        <translation>一个对抗网络，它的图像必须体现所给的编码：一个十值编码和两个滑块。选择类别编码，拖动两个连续编码，也可拖入图像来读取其编码。</translation>
    </message>
    <message>
        <location filename="../../explorer/training/recipes/digits_autoencoders.py"/>
        <source>An autoencoder whose codes were paid for by the nat, so that every point near the middle is some digit. Drag the sliders with the highest KL, and walk between two digits without falling into a gap.</source>
        <translation>一个按奈特为编码计费的自编码器，因此中心附近的每一点都是某个数字。拖动 KL 最高的滑块，并在两个数字之间行走而不落入空隙。</translation>
    </message>
    <message>
        <location filename="../../explorer/formats/inert/known_numpy.py"/>
        <source>Arrays of objects, texts or foreign byte order were left out.</source>
        <translation>对象、文本或其他字节序的数组已略去。</translation>
    </message>
    <message>
        <location filename="../../explorer/recognition/phlippe.py"/>
        <source>Autoencoder of UvA&apos;s tutorial 9, {0} latents</source>
        <translation>UvA 教程 9 的自编码器，{0} 个潜变量</translation>
    </message>
    <message>
        <location filename="../../explorer/recognition/burgess.py"/>
        <source>Burgess VAE, {0} latents, {1}</source>
        <translation>Burgess VAE，{0} 个潜变量，{1}</translation>
    </message>
    <message>
        <location filename="../../explorer/recognition/translators.py"/>
        <source>CycleGAN&apos;s generator, {0} blocks</source>
        <translation>CycleGAN 的生成器，{0} 个残差块</translation>
    </message>
    <message>
        <location filename="../../explorer/recognition/dcgan.py"/>
        <source>DCGAN&apos;s discriminator, {0}</source>
        <translation>DCGAN 的判别器，{0}</translation>
    </message>
    <message>
        <location filename="../../explorer/recognition/dcgan.py"/>
        <source>DCGAN, {0} latents, {1}</source>
        <translation>DCGAN，{0} 个潜变量，{1}</translation>
    </message>
    <message>
        <location filename="../../explorer/recognition/papers_unet.py"/>
        <source>DDPM of PapersReimplementations, {0}</source>
        <translation>PapersReimplementations 的 DDPM，{0}</translation>
    </message>
    <message>
        <location filename="../../explorer/opening/graphs.py"/>
        <source>Denoisers mostly see pictures in -1 to 1.</source>
        <translation>去噪网络所用的图像大多在 -1 到 1 之间。</translation>
    </message>
    <message>
        <location filename="../../explorer/recognition/lucidrains.py"/>
        <source>Diffusion U-Net of lucidrains, {0} levels</source>
        <translation>lucidrains 的扩散 U-Net，{0} 级</translation>
    </message>
    <message>
        <location filename="../../explorer/training/recipes/digit_classifier.py"/>
        <source>Digit classifier</source>
        <translation>数字分类器</translation>
    </message>
    <message>
        <location filename="../../explorer/training/recipes/digits_rbm.py"/>
        <source>Digits, Boltzmann</source>
        <translation>数字：玻尔兹曼机</translation>
    </message>
    <message>
        <location filename="../../explorer/training/recipes/digits_linear.py"/>
        <source>Digits, Gaussians</source>
        <translation>数字：高斯混合</translation>
    </message>
    <message>
        <location filename="../../explorer/training/recipes/digits_told.py"/>
        <source>Digits, InfoGAN</source>
        <translation>数字：InfoGAN</translation>
    </message>
    <message>
        <location filename="../../explorer/training/recipes/digits_autoencoders.py"/>
        <source>Digits, InfoVAE</source>
        <translation>数字：InfoVAE</translation>
    </message>
    <message>
        <location filename="../../explorer/training/recipes/digits_vaegan.py"/>
        <source>Digits, VAE-GAN</source>
        <translation>数字：VAE-GAN</translation>
    </message>
    <message>
        <location filename="../../explorer/training/recipes/digits_gans.py"/>
        <source>Digits, Wasserstein</source>
        <translation>数字：Wasserstein</translation>
    </message>
    <message>
        <location filename="../../explorer/training/recipes/digits_dcgan.py"/>
        <source>Digits, adversarial</source>
        <translation>数字：生成对抗</translation>
    </message>
    <message>
        <location filename="../../explorer/training/recipes/digits_autoencoders.py"/>
        <source>Digits, autoencoder</source>
        <translation>数字：自编码器</translation>
    </message>
    <message>
        <location filename="../../explorer/training/recipes/digits_told.py"/>
        <source>Digits, conditional</source>
        <translation>数字：按类别生成</translation>
    </message>
    <message>
        <location filename="../../explorer/training/recipes/digits_ddpm.py"/>
        <source>Digits, diffusion</source>
        <translation>数字：扩散</translation>
    </message>
    <message>
        <location filename="../../explorer/training/recipes/digits_linear.py"/>
        <source>Digits, eigen-images</source>
        <translation>数字：本征图像</translation>
    </message>
    <message>
        <location filename="../../explorer/training/recipes/digits_glow.py"/>
        <source>Digits, flow</source>
        <translation>数字：流</translation>
    </message>
    <message>
        <location filename="../../explorer/training/recipes/digits_gans.py"/>
        <source>Digits, least squares</source>
        <translation>数字：最小二乘</translation>
    </message>
    <message>
        <location filename="../../explorer/training/recipes/digits_gans.py"/>
        <source>Digits, minimax</source>
        <translation>数字：极小极大</translation>
    </message>
    <message>
        <location filename="../../explorer/training/recipes/digits_gans.py"/>
        <source>Digits, non-saturating</source>
        <translation>数字：非饱和</translation>
    </message>
    <message>
        <location filename="../../explorer/training/recipes/digits_pixelcnn.py"/>
        <source>Digits, pixel by pixel</source>
        <translation>数字：逐像素</translation>
    </message>
    <message>
        <location filename="../../explorer/training/recipes/patched.py"/>
        <source>Digits, three critics</source>
        <translation>数字：三个判别器</translation>
    </message>
    <message>
        <location filename="../../explorer/training/recipes/digits_autoencoders.py"/>
        <source>Digits, variational</source>
        <translation>数字：变分</translation>
    </message>
    <message>
        <location filename="../../explorer/training/recipes/emoji_latent.py"/>
        <source>Draws an emoji from words, as far as a short training goes: &quot;blue square, noto&quot;, &quot;smiling face&quot;. Watch the latents turn into a picture, and see how far guidance pulls.</source>
        <translation>根据词语绘制表情符号，效果受限于较短的训练：&quot;blue square, noto&quot;、&quot;smiling face&quot;。观察潜变量变成图像的过程，看看引导的作用有多大。</translation>
    </message>
    <message>
        <location filename="../../explorer/training/recipes/emoji_kl.py"/>
        <source>Emoji, KL autoencoder</source>
        <translation>表情：KL 自编码器</translation>
    </message>
    <message>
        <location filename="../../explorer/training/recipes/emoji_adain.py"/>
        <source>Emoji, any style</source>
        <translation>表情：任意风格</translation>
    </message>
    <message>
        <location filename="../../explorer/training/recipes/emoji_stargan.py"/>
        <source>Emoji, four styles</source>
        <translation>表情：四种风格</translation>
    </message>
    <message>
        <location filename="../../explorer/training/recipes/emoji_latent.py"/>
        <source>Emoji, latent diffusion</source>
        <translation>表情：潜空间扩散</translation>
    </message>
    <message>
        <location filename="../../explorer/training/recipes/emoji_pix2pix.py"/>
        <source>Emoji, redrawn</source>
        <translation>表情：重绘</translation>
    </message>
    <message>
        <location filename="../../explorer/training/recipes/emoji_unit.py"/>
        <source>Emoji, shared code</source>
        <translation>表情：共享编码</translation>
    </message>
    <message>
        <location filename="../../explorer/training/recipes/emoji_cyclegan.py"/>
        <source>Emoji, there and back</source>
        <translation>表情：往返转换</translation>
    </message>
    <message>
        <location filename="../../explorer/opening/stack_decoder.py"/>
        <source>From {0} x {1} the picture grows to {2} x {3}.</source>
        <translation>图像从 {0} × {1} 逐步放大到 {2} × {3}。</translation>
    </message>
    <message>
        <location filename="../../explorer/recognition/dcgan.py"/>
        <source>Generators of this kind end in tanh, so pictures are in -1 to 1.</source>
        <translation>这类生成器以 tanh 结尾，因此图像在 -1 到 1 之间。</translation>
    </message>
    <message>
        <location filename="../../explorer/recognition/rosinality_glow.py"/>
        <source>Glow, {0} levels of {1} steps, {2}</source>
        <translation>Glow，{0} 级，每级 {1} 步，{2}</translation>
    </message>
    <message>
        <location filename="../../explorer/formats/inert/legacy.py"/>
        <source>It carries the source of its classes, which is not run.</source>
        <translation>它附带了其中各类的源代码，这些代码不会运行。</translation>
    </message>
    <message>
        <location filename="../../explorer/opening/hub.py"/>
        <source>It denoises {0} x {1} x {2} numbers, of which its {3} makes pictures of {4} x {5}.</source>
        <translation>它对 {0} × {1} × {2} 个数值去噪，再由其 {3} 生成 {4} × {5} 的图像。</translation>
    </message>
    <message>
        <location filename="../../explorer/recognition/translators.py"/>
        <source>It ends in tanh, so pictures are in -1 to 1.</source>
        <translation>它以 tanh 结尾，因此图像在 -1 到 1 之间。</translation>
    </message>
    <message>
        <location filename="../../explorer/opening/graphs.py"/>
        <source>It gives bytes, so pictures are in 0 to 255.</source>
        <translation>它输出字节，因此图像在 0 到 255 之间。</translation>
    </message>
    <message>
        <location filename="../../explorer/opening/graphs.py"/>
        <source>It has a tanh, so pictures are in -1 to 1.</source>
        <translation>它含有 tanh，因此图像在 -1 到 1 之间。</translation>
    </message>
    <message>
        <location filename="../../explorer/recognition/translators.py"/>
        <source>It has batch norms, used with the statistics that training kept.</source>
        <translation>它含有批归一化，使用训练时保存的统计量。</translation>
    </message>
    <message>
        <location filename="../../explorer/recognition/translators.py"/>
        <source>It has no norm&apos;s weights, so its norms are instance norms.</source>
        <translation>它不含归一化的权重，因此其归一化是实例归一化。</translation>
    </message>
    <message>
        <location filename="../../explorer/opening/hub.py"/>
        <source>It has no scheduler: the usual 1,000 linear steps are assumed.</source>
        <translation>它没有采样器：假定为常见的 1,000 个线性步。</translation>
    </message>
    <message>
        <location filename="../../explorer/recognition/stylegan2.py"/>
        <source>It is told one of {0} classes.</source>
        <translation>它被告知 {0} 个类别之一。</translation>
    </message>
    <message>
        <location filename="../../explorer/opening/hub.py"/>
        <source>It is told one of {0} stored embeddings.</source>
        <translation>它被告知 {0} 个已存嵌入之一。</translation>
    </message>
    <message>
        <location filename="../../explorer/opening/hub.py"/>
        <source>It listens to a text of words, of which it knows {0}.</source>
        <translation>它按词语组成的文本绘制，认识 {0} 个词。</translation>
    </message>
    <message>
        <location filename="../../explorer/opening/hub.py"/>
        <source>It listens to a text; without one it is told nothing.</source>
        <translation>它按文本绘制；没有文本时不受任何指示。</translation>
    </message>
    <message>
        <location filename="../../explorer/formats/onnx.py"/>
        <source>It loops ({0}): it can run for long, so a time limit is set.</source>
        <translation>它含有循环 ({0})：可能运行很久，因此设有时间限制。</translation>
    </message>
    <message>
        <location filename="../../explorer/opening/graphs.py"/>
        <source>It takes one item at a time, so several are run one after the other.</source>
        <translation>它一次只接受一项，因此多项会逐个运行。</translation>
    </message>
    <message>
        <location filename="../../explorer/recognition/translators.py"/>
        <source>It turns a picture into another; a side is a multiple of {0} pixels.</source>
        <translation>它把一张图像变成另一张；边长须是 {0} 像素的倍数。</translation>
    </message>
    <message>
        <location filename="../../explorer/recognition/translators.py"/>
        <source>It turns a picture into another; any side that is a multiple of 4 works.</source>
        <translation>它把一张图像变成另一张；边长可以是 4 的任意倍数。</translation>
    </message>
    <message>
        <location filename="../../explorer/formats/inert/known_torch.py"/>
        <source>Its class {0} comes with {1} characters of program, which is not run.</source>
        <translation>它的类 {0} 附带 {1} 个字符的程序，该程序不会运行。</translation>
    </message>
    <message>
        <location filename="../../explorer/opening/hub.py"/>
        <source>Its configuration says {0}.</source>
        <translation>其配置写明是 {0}。</translation>
    </message>
    <message>
        <location filename="../../explorer/recognition/rosinality_glow.py"/>
        <source>Its couplings are {0}: that is the width of their last layer.</source>
        <translation>其耦合层是{0}的：由最后一层的宽度可知。</translation>
    </message>
    <message>
        <location filename="../../explorer/recognition/burgess.py"/>
        <source>Its decoder ends in a sigmoid, so pictures are in 0 to 1.</source>
        <translation>其解码器以 sigmoid 结尾，因此图像在 0 到 1 之间。</translation>
    </message>
    <message>
        <location filename="../../explorer/recognition/phlippe.py"/>
        <source>Its decoder ends in tanh, so pictures are in -1 to 1.</source>
        <translation>其解码器以 tanh 结尾，因此图像在 -1 到 1 之间。</translation>
    </message>
    <message>
        <location filename="../../explorer/opening/stack.py"/>
        <source>Its encoder&apos;s layers do not chain, so it is left out.</source>
        <translation>其编码器的各层无法衔接，因此略去编码器。</translation>
    </message>
    <message>
        <location filename="../../explorer/recognition/lucidrains.py"/>
        <source>Its generation tells the noise unless asked otherwise: a guess.</source>
        <translation>这一代默认预测噪声：属于猜测。</translation>
    </message>
    <message>
        <location filename="../../explorer/opening/graphs.py"/>
        <source>Its graph has {0} inputs and {1} outputs.</source>
        <translation>其计算图有 {0} 个输入和 {1} 个输出。</translation>
    </message>
    <message>
        <location filename="../../explorer/opening/stack.py"/>
        <source>Its last layer leaves the range open.</source>
        <translation>其最后一层没有限定数值范围。</translation>
    </message>
    <message>
        <location filename="../../explorer/opening/stack.py"/>
        <source>Its last layer says the range.</source>
        <translation>其最后一层说明了数值范围。</translation>
    </message>
    <message>
        <location filename="../../explorer/opening/states.py"/>
        <source>Its layers are declared in its manifest.</source>
        <translation>它的各层已在清单中声明。</translation>
    </message>
    <message>
        <location filename="../../explorer/recognition/translators.py"/>
        <source>Its layers are those of CycleGAN&apos;s residual generator, {0} blocks.</source>
        <translation>它的各层与 CycleGAN 的残差生成器一致，共 {0} 个残差块。</translation>
    </message>
    <message>
        <location filename="../../explorer/recognition/taesd.py"/>
        <source>Its layers are those of TAESD&apos;s {0}, {1} channels of latents.</source>
        <translation>它的各层与 TAESD 的{0}一致，潜变量有 {1} 个通道。</translation>
    </message>
    <message>
        <location filename="../../explorer/recognition/dcgan.py"/>
        <source>Its layers are those of a discriminator in PyTorch&apos;s DCGAN example.</source>
        <translation>它的各层与 PyTorch 的 DCGAN 示例中的判别器一致。</translation>
    </message>
    <message>
        <location filename="../../explorer/recognition/dcgan.py"/>
        <source>Its layers are those of a generator in PyTorch&apos;s DCGAN example.</source>
        <translation>它的各层与 PyTorch 的 DCGAN 示例中的生成器一致。</translation>
    </message>
    <message>
        <location filename="../../explorer/recognition/translators.py"/>
        <source>Its layers are those of pix2pix&apos;s U-Net, {0} halvings deep.</source>
        <translation>它的各层与 pix2pix 的 U-Net 一致，共减半 {0} 次。</translation>
    </message>
    <message>
        <location filename="../../explorer/opening/own_class.py"/>
        <source>Its manifest names {0}:{1}, which you trust.</source>
        <translation>其清单指定了你信任的 {0}:{1}。</translation>
    </message>
    <message>
        <location filename="../../explorer/opening/probe.py"/>
        <source>Its pictures are not numbers; 0 to 1 is assumed.</source>
        <translation>其图像不是有效数值；假定为 0 到 1。</translation>
    </message>
    <message>
        <location filename="../../explorer/recognition/papers_unet.py"/>
        <source>Its pictures are scaled to -1 to 1 before noise is added.</source>
        <translation>其图像在加噪之前缩放到 -1 到 1。</translation>
    </message>
    <message>
        <location filename="../../explorer/formats/exported.py"/>
        <source>Its sample inputs are a pickle, which is not read.</source>
        <translation>其示例输入是 pickle，不会读取。</translation>
    </message>
    <message>
        <location filename="../../explorer/recognition/papers_unet.py"/>
        <source>Its table of times has {0} rows: it was trained on {1} steps.</source>
        <translation>其时间表有 {0} 行：它是按 {1} 步训练的。</translation>
    </message>
    <message>
        <location filename="../../explorer/recognition/lucidrains.py"/>
        <source>Its {0} betas are in the file.</source>
        <translation>它的 {0} 个 beta 就在文件中。</translation>
    </message>
    <message>
        <location filename="../../explorer/opening/hub.py"/>
        <source>Its {0} has {1} steps, {2} betas, and predicts {3}.</source>
        <translation>其 {0} 有 {1} 步，beta 为 {2}，预测 {3}。</translation>
    </message>
    <message>
        <location filename="../../explorer/training/recipes/autoencoding.py"/>
        <location filename="../../explorer/training/recipes/scenes_vae.py"/>
        <source>KL, nats</source>
        <translation>KL 散度，奈特</translation>
    </message>
    <message>
        <location filename="../../explorer/formats/model_folder.py"/>
        <source>Latent Explorer model</source>
        <translation>Latent Explorer 模型</translation>
    </message>
    <message>
        <location filename="../../explorer/opening/stack_decoder.py"/>
        <source>Linear layers: {0}; layers of maps: {1}; a picture at the end.</source>
        <translation>线性层：{0}；特征图层：{1}；末端是图像。</translation>
    </message>
    <message>
        <location filename="../../explorer/analysis/local.py"/>
        <source>Local {0}</source>
        <translation>局部 {0}</translation>
    </message>
    <message>
        <location filename="../../explorer/opening/roles.py"/>
        <source>Named {0}.</source>
        <translation>名为 {0}。</translation>
    </message>
    <message>
        <location filename="../../explorer/formats/onnx.py"/>
        <source>ONNX</source>
        <translation>ONNX</translation>
    </message>
    <message>
        <location filename="../../explorer/training/recipes/emoji_stargan.py"/>
        <source>One generator that paints in any of four styles and never saw the same emoji drawn twice: a critic of each style told it what is missing. Send a picture through all four styles and back, and see which of them forgets most.</source>
        <translation>一个能以四种风格之一作画的生成器，从未见过同一个表情符号的两种画法：每种风格的判别器指出它还缺什么。让一张图像依次经过四种风格再变回来，看看哪一种遗忘得最多。</translation>
    </message>
    <message>
        <location filename="../../explorer/training/recipes/emoji_adain.py"/>
        <source>Paints a picture with the colours and the mood of any other: each channel of its features is given the mean and the spread that it has in the style picture. Drag the strength from nothing to everything, and give it a style that it never saw.</source>
        <translation>用任意另一张图像的色彩和氛围来画一张图像：其特征的每个通道都换上风格图像中的均值和标准差。把强度从零拖到最大，再给它一种从未见过的风格。</translation>
    </message>
    <message>
        <location filename="../../explorer/formats/pickles.py"/>
        <source>Pickle with arrays</source>
        <translation>含数组的 pickle</translation>
    </message>
    <message>
        <location filename="../../explorer/formats/picture_file.py"/>
        <source>Picture</source>
        <translation>图像</translation>
    </message>
    <message>
        <location filename="../../explorer/opening/hub.py"/>
        <source>Pictures of {0} x {1} are {2} numbers.</source>
        <translation>{0} × {1} 的图像对应 {2} 个数值。</translation>
    </message>
    <message>
        <location filename="../../explorer/training/recipes/digits_rbm.py"/>
        <source>Pixels and hidden units that excite and calm each other; it draws by letting them settle. Run Gibbs sweeps from noise, or from half a digit, and watch the free energy fall.</source>
        <translation>像素与隐藏单元相互激发、相互抑制；让它们逐渐稳定下来，就画出了图像。从噪声或半个数字开始运行吉布斯扫描，观察自由能下降。</translation>
    </message>
    <message>
        <location filename="../../explorer/training/recipes/digits_pixelcnn.py"/>
        <source>Pixels drawn one after another, each from what the ones before it make likely. Watch a digit appear in raster order, or give it the upper half of one to finish.</source>
        <translation>像素逐个绘制，每个像素都取自前面像素所决定的可能性。观察数字按光栅顺序出现，或给它一个数字的上半部分让它补完。</translation>
    </message>
    <message>
        <location filename="../../explorer/training/recipes/digits_linear.py"/>
        <source>Principal components: the mean digit plus forty-eight weighted eigen-images, and nothing else. Drag the first sliders to see the directions in which digits vary most, and compare with what a network makes of as many numbers.</source>
        <translation>主成分：平均数字加上四十八个加权的本征图像，仅此而已。拖动最前面的滑块，看看数字变化最大的方向，并与使用同样多数字的网络比较。</translation>
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
        <location filename="../../explorer/training/recipes/emoji_pix2pix.py"/>
        <source>Redraws an emoji in another style, learned from pairs of the same emoji. Draw one, choose a style, and send the result back to see what was lost.</source>
        <translation>以另一种风格重画表情符号，从同一表情符号的成对图像中学习而来。画一个表情，选择风格，再把结果变回来，看看丢失了什么。</translation>
    </message>
    <message>
        <location filename="../../explorer/training/recipes/scenes_vae.py"/>
        <source>Rendered scenes</source>
        <translation>渲染场景</translation>
    </message>
    <message>
        <location filename="../../explorer/analysis/response.py"/>
        <source>Response {0}</source>
        <translation>响应 {0}</translation>
    </message>
    <message>
        <location filename="../../explorer/formats/torchscript.py"/>
        <source>Running it means running its program; reading its weights does not.</source>
        <translation>运行它就要运行其中的程序；读取其权重则不会。</translation>
    </message>
    <message>
        <location filename="../../explorer/training/recipes/digit_classifier.py"/>
        <source>Says which digit a picture shows; no model to explore.</source>
        <translation>判断图像中是哪个数字；不是用来探索的模型。</translation>
    </message>
    <message>
        <location filename="../../explorer/recognition/lucidrains.py"/>
        <source>Schedule and prediction are that project&apos;s defaults: a guess.</source>
        <translation>噪声日程和预测方式取该项目的默认值：属于猜测。</translation>
    </message>
    <message>
        <location filename="../../explorer/training/recipes/digits_linear.py"/>
        <source>Sixty Gaussians in the space of the eigen-images, each a way to write a digit. Draw seeds and compare with the eigen-images alone: the same pictures can be made, but now the likely ones are digits.</source>
        <translation>本征图像空间中的六十个高斯分布，每个代表数字的一种写法。抽取种子，与只用本征图像的模型比较：能画出的图像相同，但现在容易出现的都是数字。</translation>
    </message>
    <message>
        <location filename="../../explorer/training/recipes/emoji_kl.py"/>
        <source>Squeezes emoji of 64x64 into 16x16x4 numbers and back. It is what the latent diffusion of the emoji runs in.</source>
        <translation>把 64×64 的表情符号压缩成 16×16×4 个数值再还原。表情符号的潜扩散就在其中运行。</translation>
    </message>
    <message>
        <location filename="../../explorer/opening/stack.py"/>
        <source>Strides and paddings are those of the pickled module; activations and the range are guesses: look at the picture.</source>
        <translation>步幅和填充取自所存的模块；激活函数和数值范围属于猜测：请看图像是否正确。</translation>
    </message>
    <message>
        <location filename="../../explorer/opening/stack.py"/>
        <source>Strides, activations and the range are guesses: look at the picture.</source>
        <translation>步幅、激活函数和数值范围属于猜测：请看图像是否正确。</translation>
    </message>
    <message>
        <location filename="../../explorer/formats/pickles.py"/>
        <source>StyleGAN pickle</source>
        <translation>StyleGAN pickle</translation>
    </message>
    <message>
        <location filename="../../explorer/recognition/stylegan2.py"/>
        <source>StyleGAN2&apos;s pictures are in -1 to 1 and are clipped there.</source>
        <translation>StyleGAN2 的图像在 -1 到 1 之间，超出部分会截断。</translation>
    </message>
    <message>
        <location filename="../../explorer/recognition/stylegan2.py"/>
        <source>StyleGAN2, {0} latents, {1}</source>
        <translation>StyleGAN2，{0} 个潜变量，{1}</translation>
    </message>
    <message>
        <location filename="../../explorer/recognition/taesd.py"/>
        <source>TAESD&apos;s pictures are in 0 to 1 by its author&apos;s convention.</source>
        <translation>按作者的约定，TAESD 的图像在 0 到 1 之间。</translation>
    </message>
    <message>
        <location filename="../../explorer/formats/inert/known_torch.py"/>
        <source>Tensors {0} were left out.</source>
        <translation>已略去{0}的张量。</translation>
    </message>
    <message>
        <location filename="../../explorer/recognition/lucidrains.py"/>
        <source>That project scales pictures to -1 to 1 before noise is added.</source>
        <translation>该项目在加噪之前把图像缩放到 -1 到 1。</translation>
    </message>
    <message>
        <location filename="../../explorer/recognition/rosinality_glow.py"/>
        <source>That project takes pictures as -0.5 to 0.5.</source>
        <translation>该项目把图像取为 -0.5 到 0.5。</translation>
    </message>
    <message>
        <location filename="../../explorer/recognition/papers_unet.py"/>
        <source>That project&apos;s betas rise linearly from 0.0001 to 0.02, and the network tells noise.</source>
        <translation>该项目的 beta 从 0.0001 线性升至 0.02，网络预测噪声。</translation>
    </message>
    <message>
        <location filename="../../explorer/recognition/find.py"/>
        <source>The averaged weights under {0} are taken, as they are made for use.</source>
        <translation>采用 {0} 下的平均权重，因为它们正是供使用的。</translation>
    </message>
    <message>
        <location filename="../../explorer/recognition/burgess.py"/>
        <source>The encoder ends in {0} numbers: mean and log variance of {1} latents.</source>
        <translation>编码器末端有 {0} 个数值：{1} 个潜变量的均值和对数方差。</translation>
    </message>
    <message>
        <location filename="../../explorer/opening/states.py"/>
        <source>The file also holds: {0}.</source>
        <translation>文件中还有：{0}。</translation>
    </message>
    <message>
        <location filename="../../explorer/training/recipes/digits_gans.py"/>
        <source>The first adversarial network with the loss its authors used in practice: the generator raises the odds of its pictures. Compare the same seed with the minimax loss, then with the convolutional networks.</source>
        <translation>最早的对抗网络，采用其作者实际使用的损失：生成器提高其图像被认为是真的可能。用同一个种子先与极小极大损失比较，再与卷积网络比较。</translation>
    </message>
    <message>
        <location filename="../../explorer/training/recipes/digits_gans.py"/>
        <source>The first adversarial network with the loss that gave it its name: what the critic gains, the generator loses. Look which digits come too often, and compare with the non-saturating loss on the same networks.</source>
        <translation>最早的对抗网络，采用使其得名的损失：判别器所得即生成器所失。看看哪些数字出现得过多，并与同样网络上的非饱和损失比较。</translation>
    </message>
    <message>
        <location filename="../../explorer/recognition/stylegan2.py"/>
        <source>The noise stored with the weights is used, so a latent always gives the same picture.</source>
        <translation>使用与权重一同保存的噪声，因此同一潜变量总是得到同一图像。</translation>
    </message>
    <message>
        <location filename="../../explorer/recognition/lucidrains.py"/>
        <source>The weights of its loss are those of a network that tells {0}.</source>
        <translation>其损失的权重属于预测{0}的网络。</translation>
    </message>
    <message>
        <location filename="../../explorer/formats/diffusers.py"/>
        <source>The {0} that can be read: {1}.</source>
        <translation>可读取的{0}：{1}。</translation>
    </message>
    <message>
        <location filename="../../explorer/opening/stack_decoder.py"/>
        <source>Their strides, paddings and activations are those it was pickled with.</source>
        <translation>其步幅、填充和激活函数都是保存时的设置。</translation>
    </message>
    <message>
        <location filename="../../explorer/recognition/phlippe.py"/>
        <source>Three halvings end at 4 x 4, so pictures are {0} pixels a side.</source>
        <translation>三次减半后为 4 × 4，因此图像边长为 {0} 像素。</translation>
    </message>
    <message>
        <location filename="../../explorer/training/recipes/patched.py"/>
        <source>Tiles, adversarial</source>
        <translation>图块：生成对抗</translation>
    </message>
    <message>
        <location filename="../../explorer/training/recipes/tiles_ddpm.py"/>
        <source>Tiles, diffusion</source>
        <translation>图块：扩散</translation>
    </message>
    <message>
        <location filename="../../explorer/formats/torchscript.py"/>
        <source>TorchScript program</source>
        <translation>TorchScript 程序</translation>
    </message>
    <message>
        <location filename="../../explorer/training/recipes/digits_autoencoders.py"/>
        <source>Twelve numbers into which an encoder squeezes a digit and from which a decoder rebuilds it. Draw random seeds and compare with the VAE: nothing told this model to leave no gaps between its codes.</source>
        <translation>编码器把一个数字压缩成十二个数值，解码器再由它们重建。抽取随机种子并与 VAE 比较：没有什么要求这个模型在编码之间不留空隙。</translation>
    </message>
    <message>
        <location filename="../../explorer/training/recipes/emoji_cyclegan.py"/>
        <source>Two generators, one towards painted emoji and one towards outlined ones, that never saw the same emoji twice: all they know is that going there and back must end where it began. Send a picture back and look for what it hid in between.</source>
        <translation>两个生成器，一个画成彩绘表情，一个画成描边表情，从未见过同一个表情的两种画法：它们只知道往返之后必须回到起点。把图像变回来，看看它在中途藏了什么。</translation>
    </message>
    <message>
        <location filename="../../explorer/training/recipes/emoji_unit.py"/>
        <source>Two styles of drawing that share a code of 128 numbers: encode a picture of one, decode it as the other. In Explore each slider changes one part of the page; draw the same code in both styles and see what they agree on.</source>
        <translation>两种画风共用一个 128 个数值的编码：编码一种画风的图像，再解码成另一种。在“探索”中，每个滑块只改变画面的一部分；用两种画风画出同一编码，看看它们的共同之处。</translation>
    </message>
    <message>
        <location filename="../../explorer/recognition/lucidrains.py"/>
        <location filename="../../explorer/recognition/rosinality_glow.py"/>
        <source>Weights do not tell the size it was trained at: {0} x {1} is a guess.</source>
        <translation>权重不说明训练时的尺寸：{0} × {1} 属于猜测。</translation>
    </message>
    <message>
        <location filename="../../explorer/opening/roles.py"/>
        <source>You said so.</source>
        <translation>由你指定。</translation>
    </message>
    <message>
        <location filename="../../explorer/errors.py"/>
        <source>a file of that name is in its place</source>
        <translation>该位置已有同名文件</translation>
    </message>
    <message>
        <location filename="../../explorer/formats/manifest.py"/>
        <source>a list of finite numbers</source>
        <translation>由有限数组成的列表</translation>
    </message>
    <message>
        <location filename="../../explorer/formats/manifest.py"/>
        <location filename="../../explorer/opening/answers.py"/>
        <source>a list of texts</source>
        <translation>文本列表</translation>
    </message>
    <message>
        <location filename="../../explorer/formats/manifest.py"/>
        <source>a list of texts that latent.names holds too</source>
        <translation>也包含在 latent.names 中的文本列表</translation>
    </message>
    <message>
        <location filename="../../explorer/formats/manifest.py"/>
        <source>a list of texts with at least one entry</source>
        <translation>至少有一项的文本列表</translation>
    </message>
    <message>
        <location filename="../../explorer/formats/manifest.py"/>
        <source>a list of {0}whole numbers above zero</source>
        <translation>由 {0}大于零的整数组成的列表</translation>
    </message>
    <message>
        <location filename="../../explorer/formats/manifest.py"/>
        <source>a number from {0} to {1}</source>
        <translation>{0} 到 {1} 的数</translation>
    </message>
    <message>
        <location filename="../../explorer/opening/answers.py"/>
        <source>a shape</source>
        <translation>形状</translation>
    </message>
    <message>
        <location filename="../../explorer/opening/answers.py"/>
        <source>a short text</source>
        <translation>简短的文本</translation>
    </message>
    <message>
        <location filename="../../explorer/formats/manifest.py"/>
        <location filename="../../explorer/opening/answers.py"/>
        <source>a table</source>
        <translation>表</translation>
    </message>
    <message>
        <location filename="../../explorer/formats/manifest.py"/>
        <source>a text</source>
        <translation>文本</translation>
    </message>
    <message>
        <location filename="../../explorer/formats/manifest.py"/>
        <source>a whole number from {0} to {1}</source>
        <translation>{0} 到 {1} 的整数</translation>
    </message>
    <message>
        <location filename="../../explorer/opening/answers.py"/>
        <source>a whole number up to 1024</source>
        <translation>不超过 1024 的整数</translation>
    </message>
    <message>
        <location filename="../../explorer/phrases.py"/>
        <source>above</source>
        <translation>上方</translation>
    </message>
    <message>
        <location filename="../../explorer/recognition/rosinality_glow.py"/>
        <source>additive</source>
        <translation>加性</translation>
    </message>
    <message>
        <location filename="../../explorer/recognition/rosinality_glow.py"/>
        <source>affine</source>
        <translation>仿射</translation>
    </message>
    <message>
        <location filename="../../explorer/phrases.py"/>
        <source>along</source>
        <translation>行内</translation>
    </message>
    <message>
        <location filename="../../explorer/analysis/local.py"/>
        <source>change over the root mean square of all directions of that length</source>
        <translation>变化与同长度所有方向的均方根之比</translation>
    </message>
    <message>
        <location filename="../../explorer/session/share.py"/>
        <source>clipboard</source>
        <translation>剪贴板</translation>
    </message>
    <message>
        <location filename="../../explorer/training/recipes/digits_told.py"/>
        <source>code {0}</source>
        <translation>编码 {0}</translation>
    </message>
    <message>
        <location filename="../../explorer/training/recipes/digits_told.py"/>
        <source>code {0}: {1} ({2} %)</source>
        <translation>编码 {0}：{1} ({2} %)</translation>
    </message>
    <message>
        <location filename="../../explorer/phrases.py"/>
        <source>critic</source>
        <translation>判别器</translation>
    </message>
    <message>
        <location filename="../../explorer/phrases.py"/>
        <source>decoder</source>
        <translation>解码器</translation>
    </message>
    <message>
        <location filename="../../explorer/families/base.py"/>
        <source>denoise: it has no diffusion steps</source>
        <translation>去噪：它没有扩散步骤</translation>
    </message>
    <message>
        <location filename="../../explorer/phrases.py"/>
        <source>denoiser</source>
        <translation>去噪网络</translation>
    </message>
    <message>
        <location filename="../../explorer/runtimes/adaptive.py"/>
        <source>differs by {0}/255</source>
        <translation>相差 {0}/255</translation>
    </message>
    <message>
        <location filename="../../explorer/formats/diffusers.py"/>
        <source>diffusers folder</source>
        <translation>diffusers 文件夹</translation>
    </message>
    <message>
        <location filename="../../explorer/opening/hub.py"/>
        <source>diffusers&apos; autoencoders give pictures in -1 to 1.</source>
        <translation>diffusers 的自编码器输出 -1 到 1 的图像。</translation>
    </message>
    <message>
        <location filename="../../explorer/analysis/directions.py"/>
        <source>directions</source>
        <translation>方向</translation>
    </message>
    <message>
        <location filename="../../explorer/families/base.py"/>
        <source>draw stage by stage</source>
        <translation>逐阶段绘制</translation>
    </message>
    <message>
        <location filename="../../explorer/formats/brush.py"/>
        <source>drawn face</source>
        <translation>手绘人脸</translation>
    </message>
    <message>
        <location filename="../../explorer/training/data.py"/>
        <source>effect</source>
        <translation>效果</translation>
    </message>
    <message>
        <location filename="../../explorer/families/base.py"/>
        <source>encode pictures</source>
        <translation>编码图像</translation>
    </message>
    <message>
        <location filename="../../explorer/families/vae.py"/>
        <source>encode pictures: its encoder was not kept</source>
        <translation>编码图像：其编码器没有保留</translation>
    </message>
    <message>
        <location filename="../../explorer/phrases.py"/>
        <source>encoder</source>
        <translation>编码器</translation>
    </message>
    <message>
        <location filename="../../explorer/phrases.py"/>
        <source>energy</source>
        <translation>能量</translation>
    </message>
    <message>
        <location filename="../../explorer/training/recipes/digits_linear.py"/>
        <source>explained variance, %</source>
        <translation>解释方差，%</translation>
    </message>
    <message>
        <location filename="../../explorer/recognition/lucidrains.py"/>
        <source>first</source>
        <translation>第一代</translation>
    </message>
    <message>
        <location filename="../../explorer/training/data.py"/>
        <source>floors and walls</source>
        <translation>地板和墙壁</translation>
    </message>
    <message>
        <location filename="../../explorer/phrases.py"/>
        <source>flow</source>
        <translation>流</translation>
    </message>
    <message>
        <location filename="../../explorer/families/base.py"/>
        <source>generate pictures from latents</source>
        <translation>由潜变量生成图像</translation>
    </message>
    <message>
        <location filename="../../explorer/phrases.py"/>
        <source>generator</source>
        <translation>生成器</translation>
    </message>
    <message>
        <location filename="../../explorer/opening/answers.py"/>
        <source>height and width in pixels, at most 4096</source>
        <translation>以像素计的高和宽，至多 4096</translation>
    </message>
    <message>
        <location filename="../../explorer/phrases.py"/>
        <source>ignored</source>
        <translation>忽略</translation>
    </message>
    <message>
        <location filename="../../explorer/phrases.py"/>
        <source>image</source>
        <translation>图像</translation>
    </message>
    <message>
        <location filename="../../explorer/formats/inert/known_torch.py"/>
        <source>in a sparse layout</source>
        <translation>稀疏布局</translation>
    </message>
    <message>
        <location filename="../../explorer/phrases.py"/>
        <source>input</source>
        <translation>输入</translation>
    </message>
    <message>
        <location filename="../../explorer/phrases.py"/>
        <source>inverse</source>
        <translation>逆变换</translation>
    </message>
    <message>
        <location filename="../../explorer/sampling/loader.py"/>
        <source>it cannot be imported ({0}: {1})</source>
        <translation>无法导入 ({0}：{1})</translation>
    </message>
    <message>
        <location filename="../../explorer/errors.py"/>
        <source>it is a folder</source>
        <translation>它是文件夹</translation>
    </message>
    <message>
        <location filename="../../explorer/training/data.py"/>
        <source>item</source>
        <translation>物品</translation>
    </message>
    <message>
        <location filename="../../explorer/errors.py"/>
        <source>its disk cannot be read or written</source>
        <translation>其所在磁盘无法读写</translation>
    </message>
    <message>
        <location filename="../../explorer/errors.py"/>
        <source>its links lead in a circle</source>
        <translation>其链接形成循环</translation>
    </message>
    <message>
        <location filename="../../explorer/errors.py"/>
        <source>its name is too long</source>
        <translation>其名称过长</translation>
    </message>
    <message>
        <location filename="../../explorer/errors.py"/>
        <source>its permissions do not allow it</source>
        <translation>其权限不允许</translation>
    </message>
    <message>
        <location filename="../../explorer/phrases.py"/>
        <source>label</source>
        <translation>类别</translation>
    </message>
    <message>
        <location filename="../../explorer/phrases.py"/>
        <source>latent</source>
        <translation>潜变量</translation>
    </message>
    <message>
        <location filename="../../explorer/opening/answers.py"/>
        <source>layers by role</source>
        <translation>按角色列出的层</translation>
    </message>
    <message>
        <location filename="../../explorer/phrases.py"/>
        <source>log_variance</source>
        <translation>对数方差</translation>
    </message>
    <message>
        <location filename="../../explorer/families/base.py"/>
        <source>make an input for {0}</source>
        <translation>为 {0} 生成输入</translation>
    </message>
    <message>
        <location filename="../../explorer/phrases.py"/>
        <source>mean</source>
        <translation>均值</translation>
    </message>
    <message>
        <location filename="../../explorer/training/data.py"/>
        <source>miscellaneous</source>
        <translation>杂项</translation>
    </message>
    <message>
        <location filename="../../explorer/training/data.py"/>
        <source>monster</source>
        <translation>怪物</translation>
    </message>
    <message>
        <location filename="../../explorer/opening/answers.py"/>
        <source>nchw or nhwc</source>
        <translation>nchw 或 nhwc</translation>
    </message>
    <message>
        <location filename="../../explorer/formats/diffusers.py"/>
        <source>networks</source>
        <translation>网络</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/finder.py"/>
        <source>nobody can tell whether {0} is the model that was used</source>
        <translation>无法判断 {0} 是否就是当时所用的模型</translation>
    </message>
    <message>
        <location filename="../../explorer/phrases.py"/>
        <source>noise</source>
        <translation>噪声</translation>
    </message>
    <message>
        <location filename="../../explorer/families/base.py"/>
        <source>none</source>
        <translation>无</translation>
    </message>
    <message>
        <location filename="../../explorer/formats/inert/known_torch.py"/>
        <source>of a rare number type</source>
        <translation>罕见数值类型</translation>
    </message>
    <message>
        <location filename="../../explorer/formats/manifest.py"/>
        <source>of at most {0} numbers</source>
        <translation>至多 {0} 个数</translation>
    </message>
    <message>
        <location filename="../../explorer/formats/manifest.py"/>
        <source>of at most {0} pixels</source>
        <translation>至多 {0} 像素</translation>
    </message>
    <message>
        <location filename="../../explorer/formats/manifest.py"/>
        <source>one of {0}</source>
        <translation>{0} 之一</translation>
    </message>
    <message>
        <location filename="../../explorer/phrases.py"/>
        <source>output</source>
        <translation>输出</translation>
    </message>
    <message>
        <location filename="../../explorer/formats/diffusers.py"/>
        <source>pipelines</source>
        <translation>管线</translation>
    </message>
    <message>
        <location filename="../../explorer/recognition/translators.py"/>
        <source>pix2pix&apos;s U-Net, {0} pixels</source>
        <translation>pix2pix 的 U-Net，{0} 像素</translation>
    </message>
    <message>
        <location filename="../../explorer/analysis/response.py"/>
        <source>pixel effect over that of {0} random directions</source>
        <translation>像素变化与 {0} 个随机方向之比</translation>
    </message>
    <message>
        <location filename="../../explorer/training/recipes/adversarial.py"/>
        <location filename="../../explorer/training/recipes/digits_autoencoders.py"/>
        <location filename="../../explorer/training/recipes/emoji_unit.py"/>
        <source>pixel effect, grey levels per sigma</source>
        <translation>像素变化，每 σ 的灰度级</translation>
    </message>
    <message>
        <location filename="../../explorer/training/data.py"/>
        <source>player</source>
        <translation>玩家</translation>
    </message>
    <message>
        <location filename="../../explorer/phrases.py"/>
        <source>prediction</source>
        <translation>预测</translation>
    </message>
    <message>
        <location filename="../../explorer/formats/pythae.py"/>
        <source>pythae folder</source>
        <translation>pythae 文件夹</translation>
    </message>
    <message>
        <location filename="../../explorer/families/base.py"/>
        <location filename="../../explorer/families/gan.py"/>
        <source>read codes off pictures: it has no recognition head</source>
        <translation>从图像读出编码：它没有识别头</translation>
    </message>
    <message>
        <location filename="../../explorer/session/recipe.py"/>
        <source>recipe</source>
        <translation>配方</translation>
    </message>
    <message>
        <location filename="../../explorer/sampling/sources.py"/>
        <source>rendered scene {0}</source>
        <translation>渲染场景 {0}</translation>
    </message>
    <message>
        <location filename="../../explorer/opening/answers.py"/>
        <source>roles out of {0}</source>
        <translation>{0} 中的角色</translation>
    </message>
    <message>
        <location filename="../../explorer/formats/safetensors.py"/>
        <source>safetensors</source>
        <translation>safetensors</translation>
    </message>
    <message>
        <location filename="../../explorer/families/base.py"/>
        <source>say how likely a picture is</source>
        <translation>给出图像的似然</translation>
    </message>
    <message>
        <location filename="../../explorer/families/vae.py"/>
        <source>say how likely a picture is: its codes have no spread</source>
        <translation>给出图像的似然：其编码没有方差</translation>
    </message>
    <message>
        <location filename="../../explorer/phrases.py"/>
        <source>score</source>
        <translation>评分</translation>
    </message>
    <message>
        <location filename="../../explorer/families/base.py"/>
        <location filename="../../explorer/families/vae.py"/>
        <source>score pictures: it has no critic</source>
        <translation>给图像评分：它没有判别器</translation>
    </message>
    <message>
        <location filename="../../explorer/families/gan.py"/>
        <source>score pictures: its critic was not kept</source>
        <translation>给图像评分：其判别器没有保留</translation>
    </message>
    <message>
        <location filename="../../explorer/recognition/lucidrains.py"/>
        <source>second</source>
        <translation>第二代</translation>
    </message>
    <message>
        <location filename="../../explorer/analysis/groups.py"/>
        <source>separation d&apos; (each judged without itself) over that of {0} random directions</source>
        <translation>分离度 d&apos; (逐个留一评判) 与 {0} 个随机方向之比</translation>
    </message>
    <message>
        <location filename="../../explorer/analysis/attributes.py"/>
        <source>separation d&apos; (held out) over that of {0} random directions</source>
        <translation>分离度 d&apos; (留出数据) 与 {0} 个随机方向之比</translation>
    </message>
    <message>
        <location filename="../../explorer/analysis/local.py"/>
        <source>squared change of the picture around this point, over all directions</source>
        <translation>此点附近图像的平方变化，以所有方向计</translation>
    </message>
    <message>
        <location filename="../../explorer/families/diffusion.py"/>
        <source>start from a picture: its encoder was not kept</source>
        <translation>从图像开始：其编码器没有保留</translation>
    </message>
    <message>
        <location filename="../../explorer/families/base.py"/>
        <source>take a style from a picture</source>
        <translation>从图像获取风格</translation>
    </message>
    <message>
        <location filename="../../explorer/phrases.py"/>
        <source>text</source>
        <translation>文本</translation>
    </message>
    <message>
        <location filename="../../explorer/opening/hub.py"/>
        <source>that diffusion model counts noise in another way</source>
        <translation>该扩散模型以另一种方式计量噪声</translation>
    </message>
    <message>
        <location filename="../../explorer/opening/scripts.py"/>
        <source>the TorchScript program in it, which you trust</source>
        <translation>其中你信任的 TorchScript 程序</translation>
    </message>
    <message>
        <location filename="../../explorer/recognition/lucidrains.py"/>
        <source>the clean picture</source>
        <translation>干净的图像</translation>
    </message>
    <message>
        <location filename="../../explorer/errors.py"/>
        <source>the disk is full</source>
        <translation>磁盘已满</translation>
    </message>
    <message>
        <location filename="../../explorer/errors.py"/>
        <source>the disk is read-only</source>
        <translation>磁盘为只读</translation>
    </message>
    <message>
        <location filename="../../explorer/errors.py"/>
        <source>the memory is used up</source>
        <translation>内存已用尽</translation>
    </message>
    <message>
        <location filename="../../explorer/session/models.py"/>
        <source>the model &quot;{0}&quot; ({1}) is needed: {2}</source>
        <translation>需要模型“{0}”（{1}）：{2}</translation>
    </message>
    <message>
        <location filename="../../explorer/session/models.py"/>
        <source>the model &quot;{0}&quot; has other weights than were used ({1})</source>
        <translation>模型“{0}”的权重与当时使用的不同（{1}）</translation>
    </message>
    <message>
        <location filename="../../explorer/session/models.py"/>
        <source>the model &quot;{0}&quot; was used with {1}, which it no longer has</source>
        <translation>会话使用过模型“{0}”的 {1}，而该模型已没有此文件</translation>
    </message>
    <message>
        <location filename="../../explorer/formats/manifest.py"/>
        <source>the name of a file in the same folder</source>
        <translation>同一文件夹中的文件名</translation>
    </message>
    <message>
        <location filename="../../explorer/recognition/lucidrains.py"/>
        <source>the noise</source>
        <translation>噪声</translation>
    </message>
    <message>
        <location filename="../../explorer/errors.py"/>
        <source>the system does not say why</source>
        <translation>系统未说明原因</translation>
    </message>
    <message>
        <location filename="../../explorer/errors.py"/>
        <source>there is no such file or folder</source>
        <translation>没有此文件或文件夹</translation>
    </message>
    <message>
        <location filename="../../explorer/recognition/lucidrains.py"/>
        <source>third</source>
        <translation>第三代</translation>
    </message>
    <message>
        <location filename="../../explorer/phrases.py"/>
        <source>timestep</source>
        <translation>时间步</translation>
    </message>
    <message>
        <location filename="../../explorer/errors.py"/>
        <source>too many files are open</source>
        <translation>打开的文件过多</translation>
    </message>
    <message>
        <location filename="../../explorer/formats/exported.py"/>
        <source>torch.export program</source>
        <translation>torch.export 程序</translation>
    </message>
    <message>
        <location filename="../../explorer/families/base.py"/>
        <source>translate pictures</source>
        <translation>转换图像</translation>
    </message>
    <message>
        <location filename="../../explorer/formats/manifest.py"/>
        <location filename="../../explorer/opening/answers.py"/>
        <source>two rising numbers</source>
        <translation>两个递增的数</translation>
    </message>
    <message>
        <location filename="../../explorer/recognition/lucidrains.py"/>
        <source>v</source>
        <translation> v </translation>
    </message>
    <message>
        <location filename="../../explorer/analysis/response.py"/>
        <source>variance of all pixels in its component that goes straight along it (held out)</source>
        <translation>全部像素方差中属于其主成分且沿该方向线性变化的部分 (留出数据)</translation>
    </message>
    <message>
        <location filename="../../explorer/analysis/attributes.py"/>
        <source>variance of the label (Brier skill, held out)</source>
        <translation>标签的方差 (Brier 技巧分，留出数据)</translation>
    </message>
    <message>
        <location filename="../../explorer/analysis/groups.py"/>
        <source>variance of the marked latents that lies between the groups</source>
        <translation>已标记潜变量中组间的方差</translation>
    </message>
    <message>
        <location filename="../../explorer/formats/inert/known_torch.py"/>
        <source>with quantised numbers</source>
        <translation>量化数值</translation>
    </message>
    <message>
        <location filename="../../explorer/formats/inert/known_torch.py"/>
        <source>without numbers (meta)</source>
        <translation>不含数值 (meta) </translation>
    </message>
    <message>
        <location filename="../../explorer/opening/roles.py"/>
        <source>{0} ({1}) has the shape of a picture.</source>
        <translation>{0} ({1}) 的形状像图像。</translation>
    </message>
    <message>
        <location filename="../../explorer/recognition/dcgan.py"/>
        <source>{0} doublings from 4 x 4 make {1} pixels a side.</source>
        <translation>从 4 × 4 加倍 {0} 次，边长为 {1} 像素。</translation>
    </message>
    <message>
        <location filename="../../explorer/opening/roles.py"/>
        <source>{0} follows the mean and has its shape: the log variance.</source>
        <translation>{0} 紧随均值且形状相同：是对数方差。</translation>
    </message>
    <message>
        <location filename="../../explorer/recognition/burgess.py"/>
        <source>{0} halvings down to 4 x 4 make {1} pixels a side.</source>
        <translation>减半 {0} 次后为 4 × 4，因此边长为 {1} 像素。</translation>
    </message>
    <message>
        <location filename="../../explorer/opening/roles.py"/>
        <source>{0} is a row of numbers: a code.</source>
        <translation>{0} 是一行数值：是编码。</translation>
    </message>
    <message>
        <location filename="../../explorer/opening/roles.py"/>
        <source>{0} is a whole number an item: taken for the {1}.</source>
        <translation>{0} 每项一个整数：当作{1}。</translation>
    </message>
    <message>
        <location filename="../../explorer/opening/roles.py"/>
        <source>{0} is a whole number by that name.</source>
        <translation>{0} 是整数，且名称相符。</translation>
    </message>
    <message>
        <location filename="../../explorer/opening/roles.py"/>
        <source>{0} is beside a larger latent: taken for noise, kept the same.</source>
        <translation>{0} 旁边有更大的潜变量：当作噪声，保持不变。</translation>
    </message>
    <message>
        <location filename="../../explorer/opening/roles.py"/>
        <source>{0} is numbers that are no picture: taken for the latent.</source>
        <translation>{0} 是数值而不是图像：当作潜变量。</translation>
    </message>
    <message>
        <location filename="../../explorer/opening/roles.py"/>
        <source>{0} is one number a picture: a score.</source>
        <translation>{0} 每张图像一个数值：是评分。</translation>
    </message>
    <message>
        <location filename="../../explorer/opening/roles.py"/>
        <source>{0} is taken for the picture.</source>
        <translation>{0} 当作图像。</translation>
    </message>
    <message>
        <location filename="../../explorer/opening/roles.py"/>
        <source>{0} is the only thing that changes the picture: the latent.</source>
        <translation>只有 {0} 会改变图像：是潜变量。</translation>
    </message>
    <message>
        <location filename="../../explorer/recognition/stylegan2.py"/>
        <source>{0} layers map its latents to {1} numbers of style.</source>
        <translation>{0} 层把潜变量映射为 {1} 个风格数值。</translation>
    </message>
    <message>
        <location filename="../../explorer/opening/stack_decoder.py"/>
        <source>{0} layers of the pickled module make pictures of {1} x {2}.</source>
        <translation>所存模块的 {0} 层生成 {1} × {2} 的图像。</translation>
    </message>
    <message>
        <location filename="../../explorer/recognition/stylegan2.py"/>
        <source>{0} levels from 4 x 4 make {1} pixels a side.</source>
        <translation>从 4 × 4 起共 {0} 级，边长为 {1} 像素。</translation>
    </message>
    <message>
        <location filename="../../explorer/opening/stack_decoder.py"/>
        <source>{0} linear layers end in {1} numbers: {2}.</source>
        <translation>{0} 个线性层，末端有 {1} 个数值：{2}。</translation>
    </message>
    <message>
        <location filename="../../explorer/opening/stack_decoder.py"/>
        <source>{0} numbers are {1} maps of {2} x {3}.</source>
        <translation>{0} 个数值是 {1} 个 {2} × {3} 的特征图。</translation>
    </message>
    <message>
        <location filename="../../explorer/opening/states.py"/>
        <source>{0} numbers of the file have no part in it.</source>
        <translation>文件中有 {0} 个数值与它无关。</translation>
    </message>
    <message>
        <location filename="../../explorer/formats/onnx.py"/>
        <source>{0} of its tensors are of number types that are not shown.</source>
        <translation>它有 {0} 个张量的数值类型无法显示。</translation>
    </message>
    <message>
        <location filename="../../explorer/recognition/base.py"/>
        <source>{0} x {1} RGBA</source>
        <translation>{0} × {1} RGBA</translation>
    </message>
    <message>
        <location filename="../../explorer/recognition/base.py"/>
        <source>{0} x {1} colour</source>
        <translation>{0} × {1} 彩色</translation>
    </message>
    <message>
        <location filename="../../explorer/recognition/base.py"/>
        <source>{0} x {1} grey</source>
        <translation>{0} × {1} 灰度</translation>
    </message>
    <message>
        <location filename="../../explorer/opening/states.py"/>
        <source>{0}, decoder</source>
        <translation>{0}，解码器</translation>
    </message>
    <message>
        <location filename="../../explorer/opening/states.py"/>
        <source>{0}, decoder and encoder</source>
        <translation>{0}，解码器和编码器</translation>
    </message>
    <message>
        <location filename="../../explorer/opening/hub.py"/>
        <source>{0}, diffusion, {1} x {2}</source>
        <translation>{0}，扩散，{1} × {2}</translation>
    </message>
    <message>
        <location filename="../../explorer/opening/states.py"/>
        <source>{0}, generator</source>
        <translation>{0}，生成器</translation>
    </message>
    <message>
        <location filename="../../explorer/opening/own_class.py"/>
        <source>{0}, which you trust</source>
        <translation>你信任的 {0}</translation>
    </message>
    <message>
        <location filename="../../explorer/recognition/taesd.py"/>
        <source>{0}, {1} channels of latents</source>
        <translation>{0}，{1} 通道潜变量</translation>
    </message>
    <message>
        <location filename="../../explorer/opening/graphs.py"/>
        <source>{0}, {1}, {2} latents</source>
        <translation>{0}，{1}，{2} 个潜变量</translation>
    </message>
    <message>
        <location filename="../../explorer/opening/graphs.py"/>
        <source>{0}, {1}, {2} latents, {3} x {4}</source>
        <translation>{0}，{1}，{2} 个潜变量，{3} × {4}</translation>
    </message>
    <message>
        <location filename="../../explorer/opening/graphs.py"/>
        <source>{0}, {1}, {2} x {3} pixels</source>
        <translation>{0}，{1}，{2} × {3} 像素</translation>
    </message>
    <message>
        <location filename="../../explorer/analysis/local.py"/>
        <source>{0}: Jacobian by central differences of {1} around one point</source>
        <translation>{0}：某点附近以 {1} 中心差分求得的雅可比矩阵</translation>
    </message>
    <message>
        <location filename="../../explorer/analysis/attributes.py"/>
        <source>{0}: logistic regression, {1} folds, {2} right held out</source>
        <translation>{0}：逻辑回归，{1} 折，留出数据正确率 {2}</translation>
    </message>
    <message>
        <location filename="../../explorer/analysis/groups.py"/>
        <source>{0}: mean of {1} marked minus mean of {2} marked</source>
        <translation>{0}：{1} 个已标记的均值减去 {2} 个已标记的均值</translation>
    </message>
    <message>
        <location filename="../../explorer/analysis/response.py"/>
        <source>{0}: principal components of the pictures of {1} samples (seed {2})</source>
        <translation>{0}：{1} 个样本图像的主成分 (种子 {2})</translation>
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
        <location filename="../../explorer/ui/settings_page.py"/>
        <source> MB</source>
        <translation> MB</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/denoise/film.py"/>
        <source> evaluations</source>
        <translation> 次求值</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/saving_steps.py"/>
        <location filename="../../explorer/ui/widgets/path_panel.py"/>
        <source> per second</source>
        <translation> 帧/秒</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/file_form.py"/>
        <source> pixels</source>
        <translation> 像素</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/translate/panel.py"/>
        <source> px</source>
        <translation> 像素</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/views/steps.py"/>
        <source> stages</source>
        <translation> 个阶段</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/branching.py"/>
        <source>&quot;{words}&quot;</source>
        <translation>“{words}”</translation>
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
        <location filename="../../explorer/ui/denoise/commitment.py"/>
        <source>0 to {most} levels</source>
        <translation>0 到 {most} 级</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/shortcuts.py"/>
        <source>0.05; with Shift 0.005</source>
        <translation>0.05；按住 Shift 为 0.005</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/shortcuts.py"/>
        <source>0.05; with Shift 0.005. Beside the track the wheel scrolls</source>
        <translation>0.05；按住 Shift 为 0.005。在滑轨之外滚轮用于滚动</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/steps/panel.py"/>
        <source>1 draws as the model believes; below likelier, above wilder; 0.05 to 5; this model is usually at {usual}</source>
        <translation>1 按模型所信抽取；更低更可能，更高更出格；0.05 至 5；此模型通常为 {usual}</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/failures.py"/>
        <source>; </source>
        <translation>；</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/widgets/sample_grid.py"/>
        <source>A click goes there. Arrows walk, Enter picks.</source>
        <translation>单击前往。方向键移动，Enter 选择。</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/widgets/told_form.py"/>
        <source>A code for a kind of picture that training found by itself; with it, where that was measured, what it draws most and how often</source>
        <translation>训练自行发现的一类图像的编码；若有测量，则附上它最常绘制的内容及其频率</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/branches.py"/>
        <source>A denoiser turns noise into a picture by many small steps. Scrub through them, change the guidance, and branch where the picture is still undecided.</source>
        <translation>去噪网络用许多小步把噪声变为图像。可逐步回放、改变引导强度，并在图像尚未确定之处开出分支。</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/widgets/direction_panel.py"/>
        <source>A direction moves many sliders at once, so that one thing of the picture changes.

Find looks for those in which pictures differ most, in the whole space or around this picture.

Mark A and B: pictures without a trait, and with it. Find then makes a direction from the one to the other.

File opens directions that were kept.</source>
        <translation>一个方向同时移动许多滑块，使图像的某一特征发生变化。

“查找”寻找图像差异最大的方向，在整个潜空间中或在当前图像附近。

标记 A 和 B：没有某个特征的图像，以及具有该特征的图像。“查找”随后得出从前者到后者的方向。

“文件”打开已保存的方向。</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/views/translate.py"/>
        <source>A face that the program drew. Draw on it, or drop a picture here.</source>
        <translation>程序画的一张脸。可在上面作画，或将图片拖到此处。</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/widgets/timeline.py"/>
        <source>A frame later</source>
        <translation>推后一帧</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/widgets/timeline.py"/>
        <source>A frame sooner</source>
        <translation>提前一帧</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/shortcuts.py"/>
        <source>A frame sooner or later; with Shift ten</source>
        <translation>提前或推后一帧；按住 Shift 为十帧</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/branches.py"/>
        <source>A generator learned by fooling a critic; the models differ in what each was paid for. Hold one seed and compare them side by side.</source>
        <translation>生成器通过欺骗判别器来学习；各模型的区别在于以什么为优化目标。固定一个种子，并排比较它们。</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/branches.py"/>
        <source>A landscape that is low where pictures are likely, and a chain that wanders down it. Step through the sweeps and watch the free energy.</source>
        <translation>一个在可能的图像处能量较低的地形，以及沿其下行的马尔可夫链。可逐轮查看采样并观察自由能。</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/file_form.py"/>
        <source>A name is missing between two commas.</source>
        <translation>两个逗号之间缺少名称。</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/widgets/path_panel.py"/>
        <source>A path needs two key frames: add another before removing one</source>
        <translation>路径至少需要两个关键帧：请先添加一个再移除</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/interpolate/key_frames.py"/>
        <source>A path needs two key frames: add another first.</source>
        <translation>路径至少需要两个关键帧：请先再添加一个。</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/widgets/path_panel.py"/>
        <source>A picture file as a key frame (P); dropping one does the same. This model has no
encoder: the latent whose picture is most like it is searched for, some seconds</source>
        <translation>将图片文件作为关键帧 (P)；直接拖放也可以。此模型没有编码器：
将搜索图像与之最相似的潜变量，需要几秒钟</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/interpolate/grid.py"/>
        <source>A picture for this corner</source>
        <translation>此角的图像</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/branches.py"/>
        <source>A picture goes in and comes out in another style. Draw one or drop one, and send it there and back.</source>
        <translation>输入一张图片，以另一种风格输出。画一张或拖放一张，让它转换过去再转换回来。</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/denoise/choice.py"/>
        <location filename="../../explorer/ui/translate/panel.py"/>
        <source>A picture of your own; dropping a file does the same</source>
        <translation>您自己的图片；拖放文件效果相同</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/side/panel.py"/>
        <source>A picture to rebuild</source>
        <translation>要重建的图片</translation>
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
        <location filename="../../explorer/ui/shortcuts.py"/>
        <source>A tenth back or forward</source>
        <translation>后退或前进十分之一</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/explore/directions.py"/>
        <source>A to B</source>
        <translation>A 到 B</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/widgets/path_panel.py"/>
        <source>A way back from the last key frame to the first</source>
        <translation>从最后一个关键帧回到第一个的路径</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/about.py"/>
        <location filename="../../explorer/ui/menus.py"/>
        <source>About Latent Explorer</source>
        <translation>关于 Latent Explorer</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/denoise/commitment.py"/>
        <source>About how many evaluations each takes to its end, 1 to 50</source>
        <translation>每个采样器到结束大约需要的求值次数，1 到 50</translation>
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
        <location filename="../../explorer/ui/widgets/grid_panel.py"/>
        <source>Add as key frame</source>
        <translation>添加为关键帧</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/views/interpolate.py"/>
        <location filename="../../explorer/ui/widgets/path_panel.py"/>
        <source>Add current sliders</source>
        <translation>添加当前滑块状态</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/side/panel.py"/>
        <location filename="../../explorer/ui/views/side.py"/>
        <source>Add model</source>
        <translation>添加模型</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/views/interpolate.py"/>
        <location filename="../../explorer/ui/widgets/path_panel.py"/>
        <source>Add picture...</source>
        <translation>添加图片...</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/interpolate/key_frames.py"/>
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
        <location filename="../../explorer/ui/views/interpolate.py"/>
        <source>Added: the path has {n} key frames.</source>
        <translation>已添加：路径有 {n} 个关键帧。</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/branches.py"/>
        <source>Adversarial</source>
        <translation>生成对抗</translation>
    </message>
    <message>
        <location filename="../../explorer/families/gan.py"/>
        <source>Adversarial network</source>
        <translation>生成对抗网络</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/file_form.py"/>
        <source>All</source>
        <translation>全部</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/settings_page.py"/>
        <source>All ({count})</source>
        <translation>全部（{count}）</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/side/panel.py"/>
        <source>All are told</source>
        <translation>统一条件</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/ask.py"/>
        <source>All files ({kinds})</source>
        <translation>所有文件 ({kinds})</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/denoise/schedulers.py"/>
        <source>All finished</source>
        <translation>全部完成</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/widgets/film_panel.py"/>
        <source>All frames, with the recipe inside: dropped on the window, it opens as it was</source>
        <translation>包含所有帧，并内含配方：拖放到窗口即可恢复原状</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/ask.py"/>
        <source>All that opens ({kinds})</source>
        <translation>所有可打开的文件 ({kinds})</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/denoise/commitment.py"/>
        <source>Along the run</source>
        <translation>沿运行过程</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/shortcuts.py"/>
        <source>Alt+Left, Alt+Right</source>
        <translation>Alt+左，Alt+右</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/widgets/direction_panel.py"/>
        <source>Amounts along each direction, in standard deviations of the prior</source>
        <translation>沿各方向的量，单位为先验分布的标准差</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/branches.py"/>
        <source>An encoder squeezes a picture into a few numbers and a decoder rebuilds it from them. Drop a picture, see what comes back, and drag what the numbers stand for.</source>
        <translation>编码器把图像压缩为少量数字，解码器再由它们重建图像。拖放一张图片，看看重建结果，并拖动这些数字所代表的内容。</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/recovery.py"/>
        <source>Another copy has restored that session already.</source>
        <translation>另一个程序实例已恢复了该会话。</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/shortcuts.py"/>
        <source>Another sample</source>
        <translation>切换样本</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/denoise/seeds.py"/>
        <source>Another second seed</source>
        <translation>换一个第二种子</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/views/denoise.py"/>
        <location filename="../../explorer/ui/views/side.py"/>
        <location filename="../../explorer/ui/views/steps.py"/>
        <source>Another seed</source>
        <translation>换一个种子</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/side/panel.py"/>
        <location filename="../../explorer/ui/widgets/run_base.py"/>
        <source>Another seed (R)</source>
        <translation>换一个种子 (R)</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/shortcuts.py"/>
        <source>Another slider</source>
        <translation>切换滑块</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/file_card.py"/>
        <source>Answers kept in {place}</source>
        <translation>回答保存于 {place}</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/widgets/direction_panel.py"/>
        <source>Apply</source>
        <translation>应用</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/widgets/direction_panel.py"/>
        <source>Apply directions</source>
        <translation>应用方向</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/widgets/direction_panel.py"/>
        <source>Around this picture (principal axes of the Jacobian)</source>
        <translation>当前图像附近(雅可比矩阵的主轴)</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/shortcuts.py"/>
        <source>Arrows</source>
        <translation>方向键</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/widgets/mixture_panel.py"/>
        <source>As fitted</source>
        <translation>按拟合</translation>
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
        <location filename="../../explorer/ui/widgets/branch_bar.py"/>
        <source>At evaluation {i}:</source>
        <translation>在第 {i} 次求值处：</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/explore/mixture.py"/>
        <source>At least one Gaussian has to weigh something.</source>
        <translation>至少一个高斯分量的权重必须大于零。</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/saving_steps.py"/>
        <source>At most</source>
        <translation>最多</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/widgets/prompt_box.py"/>
        <source>At most {n} words</source>
        <translation>最多 {n} 个词</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/steps/branches.py"/>
        <source>At stage {i}:</source>
        <translation>在第 {i} 阶段：</translation>
    </message>
    <message>
        <location filename="../../explorer/families/autoencoder.py"/>
        <source>Autoencoder</source>
        <translation>自编码器</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/branches.py"/>
        <source>Autoencoders</source>
        <translation>自编码器</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/branches.py"/>
        <source>Autoregressive</source>
        <translation>自回归</translation>
    </message>
    <message>
        <location filename="../../explorer/families/autoregressive.py"/>
        <source>Autoregressive model</source>
        <translation>自回归模型</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/explore/directions.py"/>
        <source>B and not A</source>
        <translation>有 B 无 A</translation>
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
        <location filename="../../explorer/ui/steps/words.py"/>
        <source>Back one stage</source>
        <translation>后退一个阶段</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/denoise/seeds.py"/>
        <source>Back to one seed</source>
        <translation>回到单个种子</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/widgets/grid_panel.py"/>
        <source>Back to the path (G)</source>
        <translation>回到路径 (G)</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/translate/panel.py"/>
        <source>Begin with the face that the program draws</source>
        <translation>从程序画的脸开始</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/widgets/path_panel.py"/>
        <source>Between them</source>
        <translation>关键帧之间</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/translate/panel.py"/>
        <source>Black</source>
        <translation>黑色</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/translate/panel.py"/>
        <location filename="../../explorer/ui/views/translate.py"/>
        <source>Blank paper</source>
        <translation>白纸</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/translate/panel.py"/>
        <source>Blue</source>
        <translation>蓝色</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/denoise/branches.py"/>
        <location filename="../../explorer/ui/steps/branches.py"/>
        <location filename="../../explorer/ui/widgets/branch_bar.py"/>
        <source>Branch here</source>
        <translation>在此分支</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/denoise/branches.py"/>
        <location filename="../../explorer/ui/denoise/commitment.py"/>
        <location filename="../../explorer/ui/views/steps.py"/>
        <location filename="../../explorer/ui/widgets/run_tree.py"/>
        <source>Branches</source>
        <translation>分支</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/branching.py"/>
        <source>Branches of the run as it was are gone; undo brings them back.</source>
        <translation>原运行的分支已消失；撤销可恢复。</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/translate/panel.py"/>
        <source>Brown</source>
        <translation>棕色</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/translate/panel.py"/>
        <source>Brush</source>
        <translation>画笔</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/translate/panel.py"/>
        <source>Brush width</source>
        <translation>画笔宽度</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/denoise/inversion.py"/>
        <location filename="../../explorer/ui/denoise/schedulers.py"/>
        <location filename="../../explorer/ui/widgets/run_base.py"/>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/statusbar.py"/>
        <source>Cancel: pictures made so far stay, a file is written whole or not at all</source>
        <translation>取消：已生成的图像会保留，文件要么完整写入，要么不写入</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/interpolate/picture.py"/>
        <source>Cancelled: {picture} added as far as it was found; its latent rebuilds it with a PSNR of {psnr} dB.</source>
        <translation>已取消：{picture} 已按目前找到的最佳结果添加；其潜变量重建的 PSNR 为 {psnr} dB。</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/translate/style.py"/>
        <source>Candy</source>
        <translation>糖果</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/widgets/told_form.py"/>
        <source>Category</source>
        <translation>类别编码</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/shortcuts.py"/>
        <source>Change both</source>
        <translation>同时改变两个维度</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/widgets/path_curves.py"/>
        <source>Change per frame</source>
        <translation>逐帧变化</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/widgets/path_curves.py"/>
        <source>Change per frame: {now} grey levels</source>
        <translation>逐帧变化：{now} 个灰度级</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/widgets/path_curves.py"/>
        <source>Change: how much the picture changes from frame to frame, root mean square over
its pixels in grey levels of 255. Dashed: before the path was re-timed.
Shell: how far the latent&apos;s length is from that of samples, in standard deviations
of that length. 95 % of samples lie within the band; thick where the path has left it.</source>
        <translation>变化：相邻帧之间图像的变化量，为像素的均方根，灰度级(满度 255)。
虚线：路径重新定时之前。
球壳：潜变量长度与样本长度的差距，以该长度的标准差为单位。
95 % 的样本位于带内；路径离开之处以粗线标出。</translation>
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
        <location filename="../../explorer/ui/interpolate/key_frames.py"/>
        <location filename="../../explorer/ui/widgets/path_panel.py"/>
        <source>Choose a key frame first, by a click on it</source>
        <translation>请先单击选中一个关键帧</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/window.py"/>
        <source>Choose a model in the library, or drop a model of any kind here.</source>
        <translation>请在模型库中选择模型，或将任意类型的模型拖放到这里。</translation>
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
        <location filename="../../explorer/ui/finder.py"/>
        <source>Choose another...</source>
        <translation>另选一个...</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/shortcuts.py"/>
        <source>Choose one</source>
        <translation>选择一个</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/finder.py"/>
        <source>Choose the model&apos;s file; it is compared by its hash</source>
        <translation>选择模型文件；将按哈希值核对</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/steps/panel.py"/>
        <location filename="../../explorer/ui/widgets/run_panel.py"/>
        <location filename="../../explorer/ui/widgets/told_form.py"/>
        <source>Class</source>
        <translation>类别</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/widgets/branch_bar.py"/>
        <source>Class of the branch</source>
        <translation>分支的类别</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/file_form.py"/>
        <source>Classes</source>
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
        <location filename="../../explorer/ui/widgets/grid_panel.py"/>
        <source>Click to choose another picture for this corner</source>
        <translation>单击为此角选择另一张图像</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/widgets/path_track.py"/>
        <source>Click to go there, drag to reorder, Delete to remove.</source>
        <translation>单击跳转，拖动排序，按 Delete 移除。</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/widgets/timeline.py"/>
        <source>Click to go there. Drag to retime (Alt with an arrow), onto another to reorder
(Ctrl with an arrow). D duplicates, Delete removes.</source>
        <translation>单击跳转。拖动可改变时间(Alt 加方向键)，拖到另一帧上可重新排序
(Ctrl 加方向键)。D 复制，Delete 移除。</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/shortcuts.py"/>
        <source>Click, Page Up, Page Down</source>
        <translation>单击，Page Up, Page Down</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/history.py"/>
        <source>Click: go back to this state; drag: a key frame, onto the timeline</source>
        <translation>单击：回到此状态；拖动：作为关键帧放到时间轴上</translation>
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
        <location filename="../../explorer/ui/views/steps.py"/>
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
        <location filename="../../explorer/ui/denoise/commitment.py"/>
        <source>Commitment</source>
        <translation>定型</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/history.py"/>
        <source>Compare</source>
        <translation>比较</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/denoise/schedulers.py"/>
        <source>Comparing schedulers</source>
        <translation>正在比较采样器</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/finder.py"/>
        <source>Comparing {name} with the model that was used</source>
        <translation>正在核对 {name} 是否为当时所用的模型</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/denoise/schedulers.py"/>
        <source>Compute the rest; what came is kept</source>
        <translation>计算其余部分；已得到的会保留</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/views/interpolate.py"/>
        <location filename="../../explorer/ui/widgets/path_panel.py"/>
        <source>Constant visual speed</source>
        <translation>恒定视觉速度</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/widgets/path_panel.py"/>
        <source>Constant visual speed decides how fast every segment goes: turn it off.</source>
        <translation>恒定视觉速度决定每一段的快慢：请先将其关闭。</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/interpolate/key_frames.py"/>
        <source>Constant visual speed decides when keys are reached: turn it off.</source>
        <translation>恒定视觉速度决定了到达各关键帧的时间：请先将其关闭。</translation>
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
        <location filename="../../explorer/ui/about.py"/>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/about.py"/>
        <source>Copy all of this as text, for a report</source>
        <translation>将以上全部内容复制为文本，便于报告问题</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/widgets/slider_menu.py"/>
        <source>Copy all values</source>
        <translation>复制所有值</translation>
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
        <source>Copy, save, send to another model</source>
        <translation>复制、保存、发送到另一个模型</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/shortcuts.py"/>
        <source>Ctrl+Left, Ctrl+Right</source>
        <translation>Ctrl+左，Ctrl+右</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/interpolate/grid.py"/>
        <source>Current sliders</source>
        <translation>当前滑块</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/denoise/pages.py"/>
        <location filename="../../explorer/ui/views/steps.py"/>
        <source>Curves</source>
        <translation>曲线</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/denoise/deck.py"/>
        <source>Curves by evaluation</source>
        <translation>随求值次数变化的曲线</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/steps/words.py"/>
        <source>Curves by stage</source>
        <translation>按阶段的曲线</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/shortcuts.py"/>
        <source>D</source>
        <translation>D</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/denoise/seeds.py"/>
        <source>DDIM steps of the picture that follows the slider, 1 to 20</source>
        <translation>跟随滑块的图像所用的 DDIM 步数，1 到 20</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/menus.py"/>
        <location filename="../../explorer/ui/settings_page.py"/>
        <source>Dark</source>
        <translation>深色</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/shortcuts.py"/>
        <source>Delete</source>
        <translation>Delete</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/views/kinds.py"/>
        <source>Denoise</source>
        <translation>去噪</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/denoise/picture.py"/>
        <source>Denoise from here</source>
        <translation>从此处开始去噪</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/about.py"/>
        <source>Device</source>
        <translation>设备</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/statusbar.py"/>
        <source>Device and its threads; pictures painted in the last second; median time from a change to its painted picture; changes overtaken by newer ones before they were computed; kept pictures; memory of the program.</source>
        <translation>设备及其线程数；最近一秒绘制的图像数；从更改到图像绘出的时间中位数；尚未计算就被更新的更改取代的请求数；缓存的图像；程序占用的内存。</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/about.py"/>
        <source>Device, versions and licences</source>
        <translation>设备、版本与许可证</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/compare.py"/>
        <location filename="../../explorer/ui/translate/panel.py"/>
        <location filename="../../explorer/ui/views/translate.py"/>
        <source>Difference</source>
        <translation>差异</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/widgets/path_panel.py"/>
        <source>Differs</source>
        <translation>各不相同</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/header.py"/>
        <source>Differs by</source>
        <translation>偏差</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/branches.py"/>
        <source>Diffusion</source>
        <translation>扩散</translation>
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
        <location filename="../../explorer/ui/widgets/direction_panel.py"/>
        <source>Directions from a file, or into one</source>
        <translation>从文件读取方向，或保存到文件</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/widgets/direction_panel.py"/>
        <source>Directions in files</source>
        <translation>方向文件</translation>
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
        <location filename="../../explorer/ui/shortcuts.py"/>
        <source>Dismiss the message, leave a field, end what was begun</source>
        <translation>关闭消息、离开输入框、结束正在进行的操作</translation>
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
        <location filename="../../explorer/ui/shortcuts.py"/>
        <source>Drag on the scrubber or the curves</source>
        <translation>在进度条或曲线上拖动</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/widgets/scrubber.py"/>
        <source>Drag to any evaluation; Left and Right: one, Page keys: a tenth</source>
        <translation>拖动到任意一次求值；左右键：一次，Page 键：十分之一</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/widgets/pad.py"/>
        <source>Drag to set both, in the units of their sliders. Arrows: 0.05, with Shift 0.005.</source>
        <translation>拖动以同时设定两者，单位与其滑块相同。方向键：0.05，按住 Shift 为 0.005。</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/shortcuts.py"/>
        <source>Drag, Ctrl+Left, Ctrl+Right</source>
        <translation>拖动，Ctrl+左，Ctrl+右</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/shortcuts.py"/>
        <source>Drag, arrows</source>
        <translation>拖动，方向键</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/translate/sheet.py"/>
        <source>Drag: draw. Wheel: zoom. Middle button: move. Right click: copy, save.</source>
        <translation>拖动：作画。滚轮：缩放。中键：移动。右键：复制、保存。</translation>
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
        <location filename="../../explorer/ui/widgets/mixture_panel.py"/>
        <source>Draw from</source>
        <translation>抽取自</translation>
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
        <location filename="../../explorer/ui/translate/panel.py"/>
        <source>Drawn face</source>
        <translation>画的脸</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/side/panel.py"/>
        <source>Draws of one seed</source>
        <translation>同一种子的样本</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/steps/panel.py"/>
        <source>Draws the first noise and all that follows; 0 to 9223372036854775807</source>
        <translation>抽取最初的噪声及其后的一切；0 至 9223372036854775807</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/widgets/run_panel.py"/>
        <source>Draws the first noise, and the noise of random solvers; 0 to 9223372036854775807</source>
        <translation>决定初始噪声以及随机求解器的噪声；0 到 9223372036854775807</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/shortcuts.py"/>
        <source>Drop a file</source>
        <translation>拖放文件</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/denoise/inversion.py"/>
        <location filename="../../explorer/ui/denoise/picture.py"/>
        <source>Drop a picture here, open one, or take the finished one.</source>
        <translation>把图片拖放到这里，打开一张，或使用最终图像。</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/views/side.py"/>
        <source>Drop a picture on the window.</source>
        <translation>请把图片拖放到窗口中。</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/views/side.py"/>
        <source>Drop a picture on the window; every model with an encoder rebuilds it.</source>
        <translation>请把图片拖放到窗口中；每个带编码器的模型都会重建它。</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/intake.py"/>
        <source>Drop one that was saved here, or a picture.</source>
        <translation>请拖放由本程序保存的影片，或一张图片。</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/file_card.py"/>
        <source>Drop the answers kept with this file and guess anew</source>
        <translation>清除随此文件保存的回答并重新推测</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/shortcuts.py"/>
        <location filename="../../explorer/ui/widgets/path_panel.py"/>
        <location filename="../../explorer/ui/widgets/timeline.py"/>
        <source>Duplicate</source>
        <translation>复制一份</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/views/interpolate.py"/>
        <source>Duplicate key frame</source>
        <translation>复制关键帧</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/denoise/schedulers.py"/>
        <source>Each at its evaluation nearest to log-SNR {snr}</source>
        <translation>各自显示最接近 log-SNR {snr} 的求值</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/side/panel.py"/>
        <source>Each model draws from its own prior by this seed, 0 to 9223372036854775807</source>
        <translation>每个模型用这个种子从自己的先验分布中抽取，0 到 9223372036854775807</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/steps/branches.py"/>
        <source>Each stage follows exactly from the one before: nothing is drawn on the way that a branch could draw otherwise. Another seed is another run.</source>
        <translation>每个阶段都由前一阶段完全决定：途中没有随机抽取，因此分支无从改变。换一个种子就是另一次运行。</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/denoise/inversion.py"/>
        <source>Each step asks the network one level too early; asking again at the point just
reached mends that, at one more evaluation a step and round. 0 to 20</source>
        <translation>每一步对网络求值的噪声水平都早了一级；在刚到达的点再次求值可以修正，
代价是每步每轮多一次求值。0 到 20</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/widgets/path_panel.py"/>
        <source>Ease</source>
        <translation>缓动</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/translate/style.py"/>
        <source>Embers</source>
        <translation>余烬</translation>
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
        <location filename="../../explorer/ui/sending.py"/>
        <source>Encode with</source>
        <translation>编码到</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/branches.py"/>
        <source>Energy-based</source>
        <translation>基于能量</translation>
    </message>
    <message>
        <location filename="../../explorer/families/energy.py"/>
        <source>Energy-based model</source>
        <translation>基于能量的模型</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/widgets/film_panel.py"/>
        <source>Enlarge smoothly, in place of repeating every pixel</source>
        <translation>平滑放大，而不是重复每个像素</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/settings_page.py"/>
        <source>Enlarged pictures: smooth, or crisp squares (N)</source>
        <translation>放大的图像：平滑，或清晰方格 (N)</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/shortcuts.py"/>
        <source>Enter, Space, click</source>
        <translation>Enter, 空格，单击</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/shortcuts.py"/>
        <source>Enter, click on the value</source>
        <translation>Enter, 单击数值</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/translate/panel.py"/>
        <location filename="../../explorer/ui/views/translate.py"/>
        <source>Eraser</source>
        <translation>橡皮擦</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/translate/panel.py"/>
        <source>Eraser: paper white (E)</source>
        <translation>橡皮擦：纸白色 (E)</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/denoise/inversion.py"/>
        <source>Error of the round trip</source>
        <translation>往返误差</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/shortcuts.py"/>
        <source>Esc</source>
        <translation>Esc</translation>
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
        <location filename="../../explorer/ui/denoise/schedulers.py"/>
        <source>Evaluations compared</source>
        <translation>比较时的求值次数</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/widgets/run_panel.py"/>
        <source>Evaluations computed</source>
        <translation>已完成的求值次数</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/denoise/inversion.py"/>
        <source>Evaluations of the inversion</source>
        <translation>反演的求值次数</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/denoise/schedulers.py"/>
        <source>Evaluations of the network</source>
        <translation>网络求值次数</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/widgets/mixture_panel.py"/>
        <source>Every Gaussian weighs what the training gave it</source>
        <translation>每个高斯分量取训练所得的权重</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/widgets/path_panel.py"/>
        <source>Every frame changes the picture by the same amount; measured, then re-timed</source>
        <translation>每一帧对图像的改变量相同；先测量，再重新定时</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/branches.py"/>
        <source>Every step from noise to picture can be undone exactly, so a picture has one latent and a likelihood. Encode a picture and scrub the layers both ways.</source>
        <translation>从噪声到图像的每一步都可精确逆转，因此每张图像有唯一的潜变量和似然。编码一张图片，并双向逐层回放。</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/shortcuts.py"/>
        <source>Everywhere</source>
        <translation>任何位置</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/widgets/direction_panel.py"/>
        <source>Explains {share}: {what}</source>
        <translation>解释 {share}：{what}</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/views/kinds.py"/>
        <source>Explore</source>
        <translation>探索</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/shortcuts.py"/>
        <source>F2, double click on the name</source>
        <translation>F2, 双击名称</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/views/explore.py"/>
        <source>Farther neighbours</source>
        <translation>更远的近邻</translation>
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
        <source>Film strips: the picture over each slider&apos;s range (T)</source>
        <translation>胶片条：各滑块范围内的图像 (T)</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/widgets/direction_panel.py"/>
        <source>Find</source>
        <translation>查找</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/library_panel.py"/>
        <location filename="../../explorer/ui/menus.py"/>
        <source>Find a model</source>
        <translation>查找模型</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/widgets/direction_panel.py"/>
        <source>Find directions</source>
        <translation>查找方向</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/finder.py"/>
        <source>Find it...</source>
        <translation>指定位置...</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/denoise/inversion.py"/>
        <source>Find the noise that a picture of your own would be made from</source>
        <translation>找出能生成您自己图片的噪声</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/views/steps.py"/>
        <source>Finished picture</source>
        <translation>完成的图像</translation>
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
        <location filename="../../explorer/ui/denoise/seeds.py"/>
        <source>First seed</source>
        <translation>第一个种子</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/steps/words.py"/>
        <source>First stage</source>
        <translation>第一个阶段</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/menus.py"/>
        <location filename="../../explorer/ui/shortcuts.py"/>
        <location filename="../../explorer/ui/widgets/canvas.py"/>
        <source>Fit</source>
        <translation>适合窗口</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/denoise/inversion.py"/>
        <source>Fixed-point rounds a step</source>
        <translation>每步的不动点迭代轮数</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/branches.py"/>
        <source>Flow</source>
        <translation>流模型</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/file_card.py"/>
        <source>Forget</source>
        <translation>忘记</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/widgets/direction_panel.py"/>
        <source>Forget the pictures marked for A and B (U)</source>
        <translation>清除 A 组和 B 组的标记（U）</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/file_card.py"/>
        <location filename="../../explorer/ui/widgets/film_panel.py"/>
        <source>Format</source>
        <translation>格式</translation>
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
        <location filename="../../explorer/ui/steps/words.py"/>
        <source>Forward one stage</source>
        <translation>前进一个阶段</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/denoise/schedulers.py"/>
        <source>Four are chosen: let one of them go first</source>
        <translation>已选四个：请先取消其中一个</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/widgets/grid_panel.py"/>
        <source>Four other random pictures</source>
        <translation>换四张随机图像</translation>
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
        <location filename="../../explorer/ui/saving_steps.py"/>
        <source>Frames a second of a film, 1 to 60</source>
        <translation>影片每秒帧数，1 到 60</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/widgets/path_panel.py"/>
        <source>Frames a second; late frames are dropped, never slowed down</source>
        <translation>每秒帧数；来不及的帧会被丢弃，绝不放慢</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/widgets/direction_panel.py"/>
        <source>From a table of labels...</source>
        <translation>来自标签表...</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/widgets/timeline.py"/>
        <source>From here to the next</source>
        <translation>从此处到下一帧</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/widgets/direction_panel.py"/>
        <source>From labels: A lacks it, B has it (logistic regression)</source>
        <translation>由标签得出：A 没有，B 有(逻辑回归)</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/widgets/direction_panel.py"/>
        <source>From marked pictures A to B (difference of means)</source>
        <translation>从标记图像 A 组到 B 组(均值之差)</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/widgets/segment_chips.py"/>
        <source>From {a} to {b}: {mode}, {ease}. Click to change it here alone.</source>
        <translation>从 {a} 到 {b}：{mode}，{ease}。单击可仅在此段更改。</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/menus.py"/>
        <source>Full screen</source>
        <translation>全屏</translation>
    </message>
    <message>
        <location filename="../../explorer/export/gif.py"/>
        <location filename="../../explorer/ui/widgets/film_panel.py"/>
        <source>GIF film</source>
        <translation>GIF 动画</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/widgets/mixture_panel.py"/>
        <source>Gaussian {n} ({share} %)</source>
        <translation>高斯分量 {n}（{share} %）</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/views/explore.py"/>
        <source>Gaussians of the mixture</source>
        <translation>混合中的高斯分量</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/steps/words.py"/>
        <source>Gibbs sweep</source>
        <translation>吉布斯扫描</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/denoise/schedulers.py"/>
        <location filename="../../explorer/ui/widgets/run_base.py"/>
        <source>Go on</source>
        <translation>继续</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/recovery.py"/>
        <source>Go on where it ended</source>
        <translation>从中断处继续</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/denoise/choice.py"/>
        <source>Go on with the picture that the run on the screen ended in</source>
        <translation>使用屏幕上这次运行的最终图像</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/translate/panel.py"/>
        <source>Go on with the redrawn picture as the source (T)</source>
        <translation>以重绘的图片为源继续 (T)</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/finder.py"/>
        <source>Go on with this model, if what was saved fits it</source>
        <translation>如果保存的内容与它相符，就用这个模型继续</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/shortcuts.py"/>
        <source>Go there</source>
        <translation>前往</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/shortcuts.py"/>
        <source>Go to any place</source>
        <translation>前往任意位置</translation>
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
        <location filename="../../explorer/ui/translate/panel.py"/>
        <source>Green</source>
        <translation>绿色</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/translate/panel.py"/>
        <source>Grey</source>
        <translation>灰色</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/widgets/run_panel.py"/>
        <source>Guidance</source>
        <translation>引导强度</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/widgets/branch_bar.py"/>
        <source>Guidance of the branch, 0 to 8</source>
        <translation>分支的引导强度，0 到 8</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/shortcuts.py"/>
        <source>H</source>
        <translation>H</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/file_form.py"/>
        <source>Highest</source>
        <translation>最大值</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/history.py"/>
        <location filename="../../explorer/ui/window.py"/>
        <source>History</source>
        <translation>历史记录</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/shortcuts.py"/>
        <source>Home, End</source>
        <translation>Home, End</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/translate/panel.py"/>
        <source>How far the result is from the source, pixel by pixel (D)</source>
        <translation>结果与源图逐像素的差距 (D)</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/widgets/path_panel.py"/>
        <source>How long the path plays in one direction, in seconds</source>
        <translation>路径单向播放的时长，单位为秒</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/denoise/film.py"/>
        <source>How many evaluations at most, evenly spaced over the run, 2 to 1000</source>
        <translation>最多多少次求值，在运行过程中均匀分布，2 到 1000</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/widgets/path_panel.py"/>
        <source>How many frames the whole path has when played and saved</source>
        <translation>播放和保存时整条路径的帧数</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/side/panel.py"/>
        <source>How many pictures each model draws</source>
        <translation>每个模型绘制的图像数</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/denoise/commitment.py"/>
        <source>How many short branches leave the step shown, 2 to 64</source>
        <translation>从所示步开出的短分支数，2 到 64</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/views/steps.py"/>
        <source>How many stages at most, evenly spaced over the run, 2 to 1000</source>
        <translation>最多多少个阶段，均匀分布于整个运行，2 到 1000</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/steps/panel.py"/>
        <source>How many stages the run has, 1 to 4096</source>
        <translation>运行共有多少阶段，1 至 4096</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/steps/panel.py"/>
        <source>How many stages the run has, 1 to 4096; each is a {stage}</source>
        <translation>运行共有多少阶段，1 至 4096；每个阶段为一个{stage}</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/widgets/heat.py"/>
        <source>How much each pixel changes along the dimension, around the picture shown: mean absolute change, in grey levels of 255 for each standard deviation (σ).</source>
        <translation>在所示图像附近，每个像素沿该维度的变化程度：平均绝对变化，单位为每个标准差 (σ) 的灰度级(满度 255)。</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/widgets/mixture_panel.py"/>
        <source>How much each weighs, times its own weight, 0 to 10:</source>
        <translation>各分量的权重，为其自身权重的倍数，0 到 10：</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/translate/style.py"/>
        <source>How much of the style: 0 is the picture alone, 1 all of the style</source>
        <translation>取多少风格：0 只有图片本身，1 为全部风格</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/widgets/run_panel.py"/>
        <source>How strongly the class counts, 0 to 8: 1 follows it, above exaggerates it</source>
        <translation>无分类器引导强度，0 到 8：1 表示遵循类别，更大则会夸张</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/widgets/run_panel.py"/>
        <source>How strongly the words count, 0 to 8: 1 follows them, above exaggerates</source>
        <translation>词语的作用强度，0 到 8：1 为遵循，更大则夸张</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/denoise/pages.py"/>
        <location filename="../../explorer/ui/views/steps.py"/>
        <source>How the run went</source>
        <translation>运行情况</translation>
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
        <location filename="../../explorer/ui/translate/style.py"/>
        <source>Ink</source>
        <translation>墨线</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/views/kinds.py"/>
        <source>Interpolate</source>
        <translation>插值</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/denoise/inversion.py"/>
        <source>Inversion</source>
        <translation>反演</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/denoise/inversion.py"/>
        <source>Invert</source>
        <translation>反演</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/denoise/inversion.py"/>
        <source>Inverting</source>
        <translation>正在反演</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/file_card.py"/>
        <source>It cannot be read</source>
        <translation>无法读取</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/words.py"/>
        <source>It hardly ever draws {what}.</source>
        <translation>它几乎从不生成 {what}。</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/views/side.py"/>
        <source>It has no encoder, and cannot rebuild a picture.</source>
        <translation>它没有编码器，无法重建图片。</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/file_form.py"/>
        <source>It takes any size: a side of its pictures, in pixels</source>
        <translation>它接受任意尺寸：图像的边长，单位为像素</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/file_form.py"/>
        <source>It takes {wanted} names, and these are {count}.</source>
        <translation>需要 {wanted} 个名称，这里有 {count} 个。</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/interpolate/picture.py"/>
        <source>It was saved as another class: here it is drawn as the one chosen.</source>
        <translation>它保存时属于另一类别：这里按所选类别绘制。</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/fitting.py"/>
        <source>Its colours became grey.</source>
        <translation>颜色已转为灰度。</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/views/side.py"/>
        <source>Its latent has shape {its}, the sliders&apos; {own}.</source>
        <translation>它的潜变量形状为 {its}，而滑块的为 {own}。</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/history.py"/>
        <source>Its picture comes as soon as nothing else runs</source>
        <translation>没有其他任务运行时，其图像便会出现</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/history.py"/>
        <source>Its picture could not be made: {reason}</source>
        <translation>无法生成其图像：{reason}</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/sessions.py"/>
        <source>Its pictures may differ until that model is put back.</source>
        <translation>在放回该模型之前，图像可能会有差异。</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/entry_pictures.py"/>
        <source>Its run was not finished: go there to compute it</source>
        <translation>其运行尚未完成：转到该处即可计算</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/fitting.py"/>
        <source>Its transparent parts became white.</source>
        <translation>透明部分已变为白色。</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/history.py"/>
        <source>Keep the present state (Ctrl+D)</source>
        <translation>保留当前状态 (Ctrl+D)</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/file_card.py"/>
        <source>Keep these answers with the file and open it with them</source>
        <translation>随文件保存这些回答并据此打开</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/widgets/key_thumbs.py"/>
        <source>Key frame {i} of {n}: {name}</source>
        <translation>关键帧 {i}/{n}：{name}</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/shortcuts.py"/>
        <location filename="../../explorer/ui/widgets/key_thumbs.py"/>
        <location filename="../../explorer/ui/widgets/path_panel.py"/>
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
        <location filename="../../explorer/ui/steps/words.py"/>
        <source>Last stage</source>
        <translation>最后一个阶段</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/file_card.py"/>
        <source>Latent</source>
        <translation>潜变量</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/ask.py"/>
        <location filename="../../explorer/ui/header.py"/>
        <location filename="../../explorer/ui/window.py"/>
        <source>Latent Explorer</source>
        <translation>Latent Explorer</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/about.py"/>
        <source>Latent Explorer {version}</source>
        <translation>Latent Explorer {version}</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/widgets/told_form.py"/>
        <source>Latent space</source>
        <translation>潜空间</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/views/side.py"/>
        <source>Latents of one shape are drawn alike, number for number.</source>
        <translation>形状相同的潜变量以完全相同的数值采样。</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/file_form.py"/>
        <source>Layer {name}: its kind and stride</source>
        <translation>层 {name}：其种类与步幅</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/file_form.py"/>
        <source>Layers of the {role}</source>
        <translation>{role}的各层</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/views/steps.py"/>
        <source>Leave the run at any stage and go on with something changed</source>
        <translation>在任意阶段离开运行，改变一些设置后继续</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/denoise/branches.py"/>
        <source>Leave the run at any step and go on with something changed</source>
        <translation>在任意一步离开原运行，改变某些设置后继续</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/widgets/branch_bar.py"/>
        <source>Leave the run at the evaluation shown and go on with what is changed here (B);
with nothing changed, with another seed. What was before is shared.</source>
        <translation>在所示的求值处离开原运行，以此处更改的设置继续 (B)；
若未作更改，则换用另一个种子。此前的部分共享。</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/steps/branches.py"/>
        <source>Leave the run before the stage shown and go on with what is changed here (B);
with nothing changed, with another seed. What was before is shared.</source>
        <translation>在所示阶段之前离开运行，按此处的改动继续 (B)；
若无改动，则换一个种子。之前的部分共用。</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/shortcuts.py"/>
        <source>Left, Right</source>
        <translation>左，右</translation>
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
        <location filename="../../explorer/ui/header.py"/>
        <source>Library (Ctrl+L)</source>
        <translation>模型库 (Ctrl+L)</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/menus.py"/>
        <location filename="../../explorer/ui/settings_page.py"/>
        <source>Light</source>
        <translation>浅色</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/widgets/path_panel.py"/>
        <location filename="../../explorer/ui/words.py"/>
        <source>Linear</source>
        <translation>线性</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/branches.py"/>
        <source>Linear and classical</source>
        <translation>线性与经典方法</translation>
    </message>
    <message>
        <location filename="../../explorer/families/autoencoder.py"/>
        <source>Linear model</source>
        <translation>线性模型</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/denoise/seeds.py"/>
        <source>Live in</source>
        <translation>实时步数</translation>
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
        <location filename="../../explorer/ui/file_card.py"/>
        <source>Looking at it</source>
        <translation>正在查看</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/explore/rebuilt.py"/>
        <source>Looking for the picture</source>
        <translation>正在搜索图片</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/interpolate/picture.py"/>
        <source>Looking for {picture}</source>
        <translation>正在搜索 {picture}</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/interpolate/picture.py"/>
        <source>Looking for {picture}: a PSNR of {psnr} dB so far.</source>
        <translation>正在搜索 {picture}：目前 PSNR 为 {psnr} dB。</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/widgets/path_panel.py"/>
        <source>Loop</source>
        <translation>循环</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/widgets/grid_panel.py"/>
        <source>Lower left</source>
        <translation>左下</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/widgets/grid_panel.py"/>
        <source>Lower right</source>
        <translation>右下</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/file_form.py"/>
        <source>Lowest</source>
        <translation>最小值</translation>
    </message>
    <message>
        <location filename="../../explorer/export/video.py"/>
        <location filename="../../explorer/ui/widgets/film_panel.py"/>
        <source>MP4 film</source>
        <translation>MP4 影片</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/widgets/film_panel.py"/>
        <source>MP4 plays everywhere, WebP keeps every pixel, GIF has 256 colours a frame</source>
        <translation>MP4 随处可播放，WebP 保留每个像素，GIF 每帧 256 色</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/explore/rebuilt.py"/>
        <source>MSE {mse}</source>
        <translation>MSE {mse}</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/denoise/inversion.py"/>
        <source>Make the picture again step by step, at guidance 1; then change and branch</source>
        <translation>以引导强度 1 逐步重新生成图像；之后可更改并分支</translation>
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
        <source>Mark for A</source>
        <translation>标记为 A 组</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/widgets/direction_panel.py"/>
        <source>Mark for B</source>
        <translation>标记为 B 组</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/widgets/direction_panel.py"/>
        <source>Mark this picture for group {group} ({group})</source>
        <translation>将此图像标记到 {group} 组（{group}）</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/explore/directions.py"/>
        <source>Marked for {group}: {count}</source>
        <translation>{group} 组已标记：{count}</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/translate/style.py"/>
        <source>Meadow</source>
        <translation>草地</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/denoise/commitment.py"/>
        <source>Measure at twelve steps of the run, one after the other</source>
        <translation>在运行的十二个步上依次测量</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/denoise/commitment.py"/>
        <source>Measure no more; what was measured stays</source>
        <translation>不再测量；已测量的会保留</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/widgets/direction_panel.py"/>
        <source>Measured from {count} samples</source>
        <translation>由 {count} 个样本测得</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/explore/notes.py"/>
        <source>Measured: {how}</source>
        <translation>测量方法：{how}</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/opener.py"/>
        <source>Measuring</source>
        <translation>正在测量</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/interpolate/pace.py"/>
        <source>Measuring the path</source>
        <translation>正在测量路径</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/settings_page.py"/>
        <source>Memory of open models</source>
        <translation>已打开模型的内存</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/shortcuts.py"/>
        <source>Menu of what lies under the cursor</source>
        <translation>光标下对象的菜单</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/widgets/slider_panel.py"/>
        <source>Mixture: which Gaussians are drawn from (M)</source>
        <translation>混合：从哪些高斯分量抽取 (M)</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/words.py"/>
        <source>Mode collapse: it hardly ever draws {what}.</source>
        <translation>模式坍塌：几乎从不生成 {what}。</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/ask.py"/>
        <source>Models ({kinds})</source>
        <translation>模型 ({kinds})</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/branches.py"/>
        <source>Models of a family of its own.</source>
        <translation>自成一类的模型。</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/views/side.py"/>
        <source>Models whose latent has the same shape follow these sliders.</source>
        <translation>潜变量形状相同的模型会跟随这些滑块。</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/views/interpolate.py"/>
        <location filename="../../explorer/ui/widgets/grid_panel.py"/>
        <location filename="../../explorer/ui/widgets/path_panel.py"/>
        <source>Morph grid</source>
        <translation>渐变网格</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/widgets/morph_sheet.py"/>
        <source>Morph grid between four pictures</source>
        <translation>四张图像之间的渐变网格</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/widgets/path_panel.py"/>
        <source>Morph grid: a sheet between four pictures, live under the mouse (G)</source>
        <translation>渐变网格：四张图像之间的曲面，随鼠标实时变化 (G)</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/views/kinds.py"/>
        <source>Morph one picture into another along a path through the latent space</source>
        <translation>沿潜空间中的路径把一张图像渐变为另一张</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/shortcuts.py"/>
        <source>Move</source>
        <translation>移动</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/denoise/seeds.py"/>
        <source>Move between the noises of two seeds and see the picture follow</source>
        <translation>在两个种子的噪声之间移动，观察图像随之变化</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/shortcuts.py"/>
        <source>Move it among the others</source>
        <translation>在其他关键帧之间移动</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/widgets/timeline.py"/>
        <source>Move left</source>
        <translation>左移</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/widgets/morph_sheet.py"/>
        <source>Move over it to see the picture there; click or drag to stay. Double click or
Enter keeps it as a key frame. Right click, or drop a picture, changes the nearest
corner. Arrows move by 5 %, with Shift by 0.5 %.</source>
        <translation>移到上面可查看该处的图像；单击或拖动可停留。双击或按 Enter
将其存为关键帧。右键单击或拖放图片可更改最近的角。
方向键移动 5 %，按住 Shift 移动 0.5 %。</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/widgets/timeline.py"/>
        <source>Move right</source>
        <translation>右移</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/widgets/direction_panel.py"/>
        <source>Move the sliders&apos; point to this picture; amounts go to 0 (Ctrl+Return)</source>
        <translation>把滑块的点移到此图像；各方向的量归零（Ctrl+Return）</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/views/kinds.py"/>
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
        <location filename="../../explorer/ui/file_form.py"/>
        <source>Names of its classes in their order, separated by commas; empty for numbers</source>
        <translation>其各类别的名称，按顺序以逗号分隔；留空则用编号</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/file_form.py"/>
        <source>Names of the classes</source>
        <translation>类别名称</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/views/translate.py"/>
        <source>Narrower brush</source>
        <translation>更细的画笔</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/views/explore.py"/>
        <source>Nearer neighbours</source>
        <translation>更近的近邻</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/widgets/run_panel.py"/>
        <source>Negative prompt</source>
        <translation>负面提示词</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/views/explore.py"/>
        <location filename="../../explorer/ui/widgets/sample_grid.py"/>
        <source>Neighbours</source>
        <translation>近邻</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/explore/walk.py"/>
        <source>Neighbours: {share} % of the way to another sample</source>
        <translation>近邻：到另一样本路程的 {share} %</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/header.py"/>
        <source>Network</source>
        <translation>网络</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/settings_page.py"/>
        <source>Networks on the CPU run on so many. Fewer leave room for other programs.</source>
        <translation>网络在 CPU 上使用这么多线程。减少线程可为其他程序留出余地。</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/views/explore.py"/>
        <source>New samples</source>
        <translation>新样本</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/library_panel.py"/>
        <source>No bundled model has these words.</source>
        <translation>没有内置模型包含这些词。</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/palette.py"/>
        <source>No command has these letters</source>
        <translation>没有命令包含这些字符</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/branches.py"/>
        <source>No network: a mean picture, and the directions in which pictures vary most. Drag the first components and compare with what a network makes of as many numbers.</source>
        <translation>不用网络：一张平均图像，以及图像变化最大的方向。拖动前几个主成分，并与网络用同样多的数字所能生成的结果比较。</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/denoise/picture.py"/>
        <source>Noise level t</source>
        <translation>噪声水平 t</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/denoise/picture.py"/>
        <source>Noise level t on the training scale: 0 is clean, T - 1 all noise</source>
        <translation>训练尺度上的噪声水平 t:0 为干净图像，T - 1 为全噪声</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/denoise/deck.py"/>
        <source>Noise level σ = {sigma}</source>
        <translation>噪声水平 σ = {sigma}</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/denoise/picture.py"/>
        <source>Noise t</source>
        <translation>噪声 t</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/trust_list.py"/>
        <source>None: no program in a file is run</source>
        <translation>无：不运行文件中的任何程序</translation>
    </message>
    <message>
        <location filename="../../explorer/families/flow.py"/>
        <source>Normalising flow</source>
        <translation>归一化流</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/widgets/scrubber.py"/>
        <source>Not computed yet</source>
        <translation>尚未计算</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/denoise/commitment.py"/>
        <location filename="../../explorer/ui/denoise/seeds.py"/>
        <location filename="../../explorer/ui/pair.py"/>
        <source>Not computed yet.</source>
        <translation>尚未计算。</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/widgets/prompt_box.py"/>
        <source>Not known: {words}</source>
        <translation>不认识：{words}</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/header.py"/>
        <source>Not measured yet.</source>
        <translation>尚未测量。</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/explore/notes.py"/>
        <source>Notes</source>
        <translation>说明</translation>
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
        <location filename="../../explorer/ui/views/steps.py"/>
        <source>Numbers of the stage shown</source>
        <translation>所示阶段的数值</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/file_form.py"/>
        <source>Of the numbers that its network gives for a picture</source>
        <translation>其网络为图像给出的数值的范围</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/shortcuts.py"/>
        <source>One back or forward</source>
        <translation>后退或前进一格</translation>
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
        <location filename="../../explorer/ui/interpolate/picture.py"/>
        <source>Open a model that has one, or add a seed.</source>
        <translation>请打开带编码器的模型，或添加种子。</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/shortcuts.py"/>
        <source>Open a model, a session, or a picture with its recipe</source>
        <translation>打开模型、会话或带配方的图片</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/denoise/choice.py"/>
        <source>Open a picture</source>
        <translation>打开图片</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/explore/directions.py"/>
        <source>Open a table of labels</source>
        <translation>打开标签表</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/menus.py"/>
        <source>Open bundled model</source>
        <translation>打开内置模型</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/explore/directions.py"/>
        <source>Open directions</source>
        <translation>打开方向文件</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/views/translate.py"/>
        <source>Open picture</source>
        <translation>打开图片</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/denoise/choice.py"/>
        <location filename="../../explorer/ui/translate/panel.py"/>
        <source>Open picture...</source>
        <translation>打开图片...</translation>
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
        <location filename="../../explorer/ui/translate/style.py"/>
        <source>Open style...</source>
        <translation>打开风格...</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/file_card.py"/>
        <source>Open with its other half</source>
        <translation>与另一半一起打开</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/library_panel.py"/>
        <location filename="../../explorer/ui/menus.py"/>
        <location filename="../../explorer/ui/widgets/direction_panel.py"/>
        <source>Open...</source>
        <translation>打开...</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/file_card.py"/>
        <source>Opening runs</source>
        <translation>打开时会运行</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/side/pane.py"/>
        <source>Opening {model}.</source>
        <translation>正在打开 {model}。</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/file_card.py"/>
        <location filename="../../explorer/ui/opener.py"/>
        <source>Opening {name}</source>
        <translation>正在打开 {name}</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/translate/panel.py"/>
        <source>Orange</source>
        <translation>橙色</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/widgets/slider_panel.py"/>
        <source>Order of the sliders</source>
        <translation>滑块的顺序</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/branches.py"/>
        <source>Other</source>
        <translation>其他</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/widgets/grid_panel.py"/>
        <source>Other pictures</source>
        <translation>其他图像</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/denoise/picture.py"/>
        <source>Own picture</source>
        <translation>自有图片</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/ask.py"/>
        <source>PNG picture (*.png)</source>
        <translation>PNG 图片 (*.png)</translation>
    </message>
    <message>
        <location filename="../../explorer/export/png.py"/>
        <location filename="../../explorer/ui/widgets/film_panel.py"/>
        <source>PNG sequence</source>
        <translation>PNG 序列</translation>
    </message>
    <message>
        <location filename="../../explorer/export/png.py"/>
        <location filename="../../explorer/ui/widgets/film_panel.py"/>
        <source>PNG sheet</source>
        <translation>PNG 图集</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/denoise/inversion.py"/>
        <location filename="../../explorer/ui/explore/rebuilt.py"/>
        <location filename="../../explorer/ui/views/side.py"/>
        <source>PSNR {db} dB</source>
        <translation>PSNR {db} dB</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/shortcuts.py"/>
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
        <location filename="../../explorer/ui/shortcuts.py"/>
        <source>Page Up, Page Down</source>
        <translation>Page Up, Page Down</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/file_card.py"/>
        <source>Parameters</source>
        <translation>参数量</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/menus.py"/>
        <source>Paste latent</source>
        <translation>粘贴潜变量</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/translate/panel.py"/>
        <location filename="../../explorer/ui/views/translate.py"/>
        <source>Paste picture</source>
        <translation>粘贴图片</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/translate/style.py"/>
        <source>Paste style</source>
        <translation>粘贴风格</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/widgets/transport.py"/>
        <source>Pause</source>
        <translation>暂停</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/widgets/plate.py"/>
        <source>Picture</source>
        <translation>图像</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/full_screen.py"/>
        <source>Picture on the whole screen</source>
        <translation>全屏图像</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/views/interpolate.py"/>
        <source>Picture under the playhead</source>
        <translation>播放头处的图像</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/interpolate/grid.py"/>
        <source>Picture...</source>
        <translation>图片...</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/widgets/slider_row.py"/>
        <source>Picture: mean {mean}, standard deviation {std}.</source>
        <translation>图像编码：均值 {mean}，标准差 {std}。</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/file_card.py"/>
        <location filename="../../explorer/ui/shortcuts.py"/>
        <location filename="../../explorer/ui/side/panel.py"/>
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
        <location filename="../../explorer/ui/side/panel.py"/>
        <source>Pictures of each model</source>
        <translation>各模型的图像</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/side/pane.py"/>
        <source>Pictures of {model}</source>
        <translation>{model} 的图像</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/file_card.py"/>
        <source>Pictures with these answers</source>
        <translation>按这些回答得到的图像</translation>
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
        <location filename="../../explorer/ui/translate/panel.py"/>
        <source>Pink</source>
        <translation>粉色</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/history.py"/>
        <source>Pinned states</source>
        <translation>固定的状态</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/branches.py"/>
        <source>Pixels are drawn one by one, each given all before it. Watch the raster fill, or erase half a picture and let it be finished.</source>
        <translation>像素逐个绘制，每个都以之前所有像素为条件。观看图像逐行填满，或擦去半张图像让它补全。</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/widgets/transport.py"/>
        <source>Play</source>
        <translation>播放</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/shortcuts.py"/>
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
        <location filename="../../explorer/ui/shortcuts.py"/>
        <source>Playing and scrubbing</source>
        <translation>播放与逐步回放</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/words.py"/>
        <source>Posterior collapse: {what} carry next to nothing.</source>
        <translation>后验坍塌：{what} 几乎不含信息。</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/settings_page.py"/>
        <source>Processor threads</source>
        <translation>处理器线程</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/side/panel.py"/>
        <location filename="../../explorer/ui/widgets/run_panel.py"/>
        <source>Prompt</source>
        <translation>提示词</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/widgets/branch_bar.py"/>
        <source>Prompt of the branch</source>
        <translation>分支的提示词</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/widgets/told_form.py"/>
        <source>Psi: 1 leaves the style as it is, 0 is the mean of all styles</source>
        <translation>Psi：1 保持风格不变，0 为所有风格的平均</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/denoise/picture.py"/>
        <source>Put noise on a picture of your own and denoise it from there</source>
        <translation>给您自己的图片加噪，再从该处去噪</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/steps/panel.py"/>
        <source>Put the picture away and begin with the seed&apos;s noise</source>
        <translation>移去图片，从种子的噪声开始</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/menus.py"/>
        <source>Quit</source>
        <translation>退出</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/interpolate/grid.py"/>
        <source>Random picture</source>
        <translation>随机图像</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/views/explore.py"/>
        <location filename="../../explorer/ui/widgets/slider_panel.py"/>
        <source>Randomise</source>
        <translation>随机化</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/file_form.py"/>
        <source>Range</source>
        <translation>取值范围</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/saving_steps.py"/>
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
        <location filename="../../explorer/ui/translate/panel.py"/>
        <source>Red</source>
        <translation>红色</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/menus.py"/>
        <source>Redo</source>
        <translation>重做</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/views/kinds.py"/>
        <source>Redraw a picture of your own while you draw it</source>
        <translation>一边作画，一边重绘您自己的图片</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/translate/panel.py"/>
        <source>Redrawn</source>
        <translation>重绘</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/translate/panel.py"/>
        <source>Redrawn as</source>
        <translation>重绘为</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/translate/panel.py"/>
        <source>Redrawn, {condition}</source>
        <translation>重绘，{condition}</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/translate/panel.py"/>
        <source>Redraws the result once more, to see what was lost on the way there</source>
        <translation>将结果再重绘一次，以查看去程中丢失了什么</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/shortcuts.py"/>
        <location filename="../../explorer/ui/widgets/direction_panel.py"/>
        <location filename="../../explorer/ui/widgets/path_panel.py"/>
        <location filename="../../explorer/ui/widgets/timeline.py"/>
        <source>Remove</source>
        <translation>移除</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/views/interpolate.py"/>
        <source>Remove key frame</source>
        <translation>移除关键帧</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/widgets/run_tree.py"/>
        <source>Remove run {n} and what grew from it</source>
        <translation>移除运行 {n} 及由它产生的分支</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/widgets/path_panel.py"/>
        <source>Remove the chosen key frame (Del)</source>
        <translation>移除所选关键帧 (Del)</translation>
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
        <location filename="../../explorer/ui/ask.py"/>
        <source>Replace</source>
        <translation>替换</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/ask.py"/>
        <source>Replace {name}?</source>
        <translation>替换 {name}？</translation>
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
        <location filename="../../explorer/ui/widgets/path_panel.py"/>
        <source>Return to the first</source>
        <translation>回到第一帧</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/trust_list.py"/>
        <source>Revoke</source>
        <translation>撤销信任</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/trust_list.py"/>
        <source>Revoke {name}</source>
        <translation>撤销对 {name} 的信任</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/shortcuts.py"/>
        <source>Right click</source>
        <translation>右键单击</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/denoise/inversion.py"/>
        <source>Round trip: PSNR {db} dB, MSE {mse}</source>
        <translation>往返：PSNR {db} dB,MSE {mse}</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/denoise/inversion.py"/>
        <source>Rounds a step</source>
        <translation>每步轮数</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/steps/panel.py"/>
        <source>Rows kept</source>
        <translation>保留的行</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/views/denoise.py"/>
        <source>Run</source>
        <translation>运行</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/branching.py"/>
        <source>Run 0, the trunk: its settings are on the right</source>
        <translation>运行 0，主干：其设置在右侧</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/denoise/inversion.py"/>
        <source>Run from this noise</source>
        <translation>由此噪声运行</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/denoise/picture.py"/>
        <source>Run the rest of the way from the picture under this noise</source>
        <translation>从加了此噪声的图片开始完成余下的去噪</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/trust_list.py"/>
        <source>Run this program no more</source>
        <translation>不再运行此程序</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/views/denoise.py"/>
        <source>Run {n}</source>
        <translation>运行 {n}</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/denoise/branches.py"/>
        <source>Run {n} leaves run {p} at evaluation {i}: {changed}</source>
        <translation>运行 {n} 在第 {i} 次求值处离开运行 {p}：{changed}</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/steps/branches.py"/>
        <source>Run {n} leaves run {p} at stage {i}: {changed}</source>
        <translation>运行 {n} 在第 {i} 阶段离开运行 {p}：{changed}</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/header.py"/>
        <source>Runs in</source>
        <translation>运行于</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/file_card.py"/>
        <source>Runs the program in exactly this file, now and later</source>
        <translation>现在和以后都运行此文件中的程序，仅限此文件</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/file_card.py"/>
        <source>SHA-256</source>
        <translation>SHA-256</translation>
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
        <location filename="../../explorer/ui/shortcuts.py"/>
        <location filename="../../explorer/ui/widgets/sample_grid.py"/>
        <source>Samples to pick from</source>
        <translation>可供挑选的样本</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/denoise/film.py"/>
        <location filename="../../explorer/ui/views/steps.py"/>
        <source>Save</source>
        <translation>保存</translation>
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
        <location filename="../../explorer/ui/views/interpolate.py"/>
        <location filename="../../explorer/ui/widgets/film_panel.py"/>
        <source>Save film...</source>
        <translation>保存影片...</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/interpolate/grid.py"/>
        <source>Save grid</source>
        <translation>保存网格</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/widgets/grid_panel.py"/>
        <source>Save grid...</source>
        <translation>保存网格...</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/ask.py"/>
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
        <location filename="../../explorer/ui/saving_steps.py"/>
        <source>Save steps...</source>
        <translation>保存各步...</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/ask.py"/>
        <source>Save the changes to {name}?</source>
        <translation>是否保存对 {name} 的更改？</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/views/steps.py"/>
        <source>Save the stages of the run as a strip or a film</source>
        <translation>将运行的各阶段保存为长条图或影片</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/denoise/film.py"/>
        <source>Save the steps of the run as a strip or a film</source>
        <translation>将运行的各步保存为长图或影片</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/ask.py"/>
        <source>Save this session?</source>
        <translation>是否保存此会话？</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/interpolate/film.py"/>
        <location filename="../../explorer/ui/saving_steps.py"/>
        <source>Save {format}</source>
        <translation>保存 {format}</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/interpolate/film.py"/>
        <location filename="../../explorer/ui/interpolate/grid.py"/>
        <location filename="../../explorer/ui/saving_steps.py"/>
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
        <location filename="../../explorer/ui/widgets/path_panel.py"/>
        <source>Saving</source>
        <translation>保存</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/interpolate/film.py"/>
        <location filename="../../explorer/ui/interpolate/grid.py"/>
        <location filename="../../explorer/ui/saving_steps.py"/>
        <source>Saving {file}</source>
        <translation>正在保存 {file}</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/widgets/run_panel.py"/>
        <source>Scheduler</source>
        <translation>采样器</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/widgets/branch_bar.py"/>
        <source>Scheduler of the branch</source>
        <translation>分支的采样器</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/denoise/schedulers.py"/>
        <source>Schedulers</source>
        <translation>采样器</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/widgets/direction_panel.py"/>
        <source>Score {times}: {what}</source>
        <translation>得分 {times}：{what}</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/widgets/picture_bar.py"/>
        <source>Screen pixels a picture pixel; the critic&apos;s score of the picture: its estimate that the picture is real with its logit, a number near 1 for real and near 0 for not, or, of a Wasserstein critic, a number of which only differences mean anything; the pixel under the cursor with its values, 0 to 255.</source>
        <translation>每个图像像素对应的屏幕像素数；判别器对图像的评分：认为图像为真的概率及其 logit，或为真时接近 1、为假时接近 0 的数值；对于 Wasserstein 判别器，则只有差值才有意义；光标下的像素及其值，0 到 255。</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/translate/style.py"/>
        <source>Sea</source>
        <translation>海</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/denoise/seeds.py"/>
        <source>Second seed</source>
        <translation>第二个种子</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/about.py"/>
        <source>See and feel what a generative image model has learned. MIT licence.</source>
        <translation>直观感受生成式图像模型学到了什么。MIT 许可证。</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/side/panel.py"/>
        <location filename="../../explorer/ui/widgets/run_base.py"/>
        <location filename="../../explorer/ui/widgets/slider_panel.py"/>
        <source>Seed</source>
        <translation>种子</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/widgets/branch_bar.py"/>
        <source>Seed of the branch</source>
        <translation>分支的种子</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/widgets/path_panel.py"/>
        <source>Seed of the next key frame</source>
        <translation>下一个关键帧的种子</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/widgets/path_panel.py"/>
        <source>Seed: which random picture to add, 0 to 9223372036854775807</source>
        <translation>种子：要添加哪张随机图像，0 到 9223372036854775807</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/menus.py"/>
        <source>Send picture</source>
        <translation>发送图像</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/sending.py"/>
        <source>Send to Translate</source>
        <translation>发送到“转换”</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/translate/panel.py"/>
        <source>Sent back as</source>
        <translation>送回为</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/translate/panel.py"/>
        <source>Sent back, {condition}</source>
        <translation>送回，{condition}</translation>
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
        <location filename="../../explorer/ui/steps/panel.py"/>
        <source>Share of the picture&apos;s rows that is kept, from above</source>
        <translation>图片自上而下保留的行所占比例</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/denoise/seeds.py"/>
        <source>Share of the way from the first seed&apos;s noise to the second&apos;s, on the sphere</source>
        <translation>从第一个种子的噪声到第二个种子的噪声，在球面上所走的比例</translation>
    </message>
    <message>
        <location filename="../../explorer/families/shared_latent.py"/>
        <source>Shared latent</source>
        <translation>共享潜变量</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/widgets/path_curves.py"/>
        <source>Shell</source>
        <translation>球壳</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/widgets/path_curves.py"/>
        <source>Shell: at most {far} σ {way}</source>
        <translation>球壳：最多{way} {far} σ</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/widgets/path_curves.py"/>
        <source>Shell: none, samples of this space have no common length</source>
        <translation>球壳：无，此空间的样本没有共同的长度</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/side/panel.py"/>
        <source>Show another model beside these (A)</source>
        <translation>在旁边再显示一个模型 (A)</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/widgets/sample_grid.py"/>
        <source>Show neighbours of the picture in place of samples; pick one to go there. [ and ] bring them nearer or farther. (K)</source>
        <translation>以图像的近邻代替样本；选取一个即可前往。[ 和 ] 使它们更近或更远。（K）</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/widgets/run_tree.py"/>
        <source>Show run {n} beside the current one, with their difference</source>
        <translation>将运行 {n} 与当前运行并排显示，并显示其差异</translation>
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
        <location filename="../../explorer/ui/saving_steps.py"/>
        <source>Shows</source>
        <translation>显示</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/file_form.py"/>
        <source>Side</source>
        <translation>边长</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/views/kinds.py"/>
        <source>Side by side</source>
        <translation>并排比较</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/file_form.py"/>
        <source>Side of the pictures</source>
        <translation>图像的边长</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/widgets/film_panel.py"/>
        <source>Size</source>
        <translation>尺寸</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/file_card.py"/>
        <source>Size</source>
        <comment>of a file</comment>
        <translation>大小</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/translate/panel.py"/>
        <source>Sky blue</source>
        <translation>天蓝色</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/shortcuts.py"/>
        <location filename="../../explorer/ui/widgets/slider_list.py"/>
        <location filename="../../explorer/ui/widgets/slider_panel.py"/>
        <source>Sliders</source>
        <translation>滑块</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/words.py"/>
        <source>Slow end</source>
        <translation>慢出</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/words.py"/>
        <source>Slow start</source>
        <translation>慢入</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/words.py"/>
        <source>Slow start and end</source>
        <translation>慢入慢出</translation>
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
        <location filename="../../explorer/ui/widgets/film_panel.py"/>
        <source>Smooth pixels</source>
        <translation>平滑像素</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/shortcuts.py"/>
        <source>Smooth pixels or crisp squares</source>
        <translation>平滑像素或清晰方格</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/words.py"/>
        <source>Smooth spline</source>
        <translation>平滑样条</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/widgets/run_panel.py"/>
        <source>Solver steps; some solvers evaluate the network twice each</source>
        <translation>求解器步数；有些求解器每步对网络求值两次</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/denoise/schedulers.py"/>
        <source>Solvers space their steps differently: pictures can be compared where
ln(α² / σ²) is equal, not at the same number of a step</source>
        <translation>各求解器的步长分布不同：应在 ln(α² / σ²) 相等处比较图像，
而不是在相同的步数处</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/widgets/slider_panel.py"/>
        <source>Sort by</source>
        <translation>排序方式</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/side/panel.py"/>
        <location filename="../../explorer/ui/translate/panel.py"/>
        <source>Source</source>
        <translation>来源</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/shortcuts.py"/>
        <source>Space</source>
        <translation>空格</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/widgets/timeline.py"/>
        <source>Space all evenly</source>
        <translation>全部均匀分布</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/statusbar.py"/>
        <source>Speed and memory</source>
        <translation>速度与内存</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/widgets/path_curves.py"/>
        <source>Speed and typicality along the path</source>
        <translation>沿路径的速度与典型程度</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/widgets/path_panel.py"/>
        <location filename="../../explorer/ui/words.py"/>
        <source>Spherical</source>
        <translation>球面</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/steps/words.py"/>
        <source>Stage shown</source>
        <translation>所示阶段</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/steps/words.py"/>
        <source>Stage shown, of how many</source>
        <translation>所示阶段及总数</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/steps/panel.py"/>
        <source>Stages</source>
        <translation>阶段数</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/steps/words.py"/>
        <source>Stages a second when playing</source>
        <translation>播放时每秒阶段数</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/steps/panel.py"/>
        <source>Stages computed</source>
        <translation>已计算的阶段</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/denoise/commitment.py"/>
        <source>Standard deviation of a pixel over the branches, root mean square over all
pixels, in grey levels of 255: 0 is decided</source>
        <translation>像素在各分支间的标准差，对所有像素取均方根，
灰度级(满度 255):0 表示已定型</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/steps/panel.py"/>
        <source>Start from noise</source>
        <translation>从噪声开始</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/denoise/choice.py"/>
        <source>Start from noise again</source>
        <translation>重新从噪声开始</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/denoise/seeds.py"/>
        <source>Start from the run&apos;s own seed again</source>
        <translation>重新从本次运行自己的种子开始</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/widgets/path_panel.py"/>
        <source>Start over at the end</source>
        <translation>到末尾后从头开始</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/words.py"/>
        <source>Steady</source>
        <translation>匀速</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/views/kinds.py"/>
        <source>Steps</source>
        <translation>逐步</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/widgets/run_panel.py"/>
        <source>Steps</source>
        <comment>how many</comment>
        <translation>步数</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/denoise/commitment.py"/>
        <source>Steps of each branch</source>
        <translation>每个分支的步数</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/denoise/seeds.py"/>
        <source>Steps while moving</source>
        <translation>移动时的步数</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/denoise/commitment.py"/>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/shortcuts.py"/>
        <source>Stop a run and keep what is computed</source>
        <translation>停止运行并保留已计算的部分</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/denoise/schedulers.py"/>
        <source>Stop here and keep the evaluations computed so far</source>
        <translation>就此停止并保留已完成的求值</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/widgets/run_panel.py"/>
        <source>Stop here and keep the evaluations computed so far (Escape)</source>
        <translation>就此停止并保留已完成的求值 (Escape)</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/steps/panel.py"/>
        <source>Stop here and keep the stages computed so far (Escape)</source>
        <translation>在此停止，保留已计算的阶段 (Escape)</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/widgets/path_panel.py"/>
        <source>Straight lines through the latent space</source>
        <translation>潜空间中的直线</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/translate/style.py"/>
        <source>Strength</source>
        <translation>强度</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/translate/style.py"/>
        <source>Style</source>
        <translation>风格</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/translate/style.py"/>
        <source>Style picture</source>
        <translation>风格图片</translation>
    </message>
    <message>
        <location filename="../../explorer/families/style_transfer.py"/>
        <source>Style transfer</source>
        <translation>风格迁移</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/about.py"/>
        <source>System</source>
        <translation>系统</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/shortcuts.py"/>
        <source>Tab, Shift+Tab</source>
        <translation>Tab, Shift+Tab</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/explore/directions.py"/>
        <source>Tables ({kinds})</source>
        <translation>表格 ({kinds})</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/denoise/choice.py"/>
        <source>Take the finished picture</source>
        <translation>使用最终图像</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/translate/panel.py"/>
        <location filename="../../explorer/ui/views/translate.py"/>
        <source>Take the result</source>
        <translation>采用结果</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/translate/style.py"/>
        <source>Take the style from a picture of your own</source>
        <translation>从自己的图片取风格</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/translate/style.py"/>
        <source>Take the style from the clipboard: a picture copied in another model&apos;s view</source>
        <translation>从剪贴板取风格：在另一个模型的视图中复制的图片</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/side/pane.py"/>
        <source>Take this model away</source>
        <translation>移除此模型</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/side/pane.py"/>
        <source>Take {model} away</source>
        <translation>移除 {model}</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/file_card.py"/>
        <source>Taken for</source>
        <translation>识别为</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/file_card.py"/>
        <source>Takes the file beside it as its encoder or decoder</source>
        <translation>将旁边的文件作为其编码器或解码器</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/views/kinds.py"/>
        <source>Tell several models the same seed, latent or picture</source>
        <translation>给多个模型相同的种子、潜变量或图片</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/steps/panel.py"/>
        <source>Temperature</source>
        <translation>温度</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/steps/branches.py"/>
        <source>Temperature of the branch, 0.05 to 5</source>
        <translation>分支的温度，0.05 到 5</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/views/translate.py"/>
        <source>That picture is too large: save it, and drop the file.</source>
        <translation>该图片过大：请先保存，再拖放文件。</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/widgets/mixture_panel.py"/>
        <source>The Gaussian that seeds and samples are drawn from; its mean is shown</source>
        <translation>种子和样本所抽取的高斯分量；图为其均值</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/widgets/path_panel.py"/>
        <source>The chosen key frame once more: the path rests there (D)</source>
        <translation>再添加一次所选关键帧：路径在此停留 (D)</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/widgets/grid_panel.py"/>
        <source>The curve along the edges and between them</source>
        <translation>沿各边及其间的曲线</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/widgets/pad.py"/>
        <source>The dimension that this way of the pad moves</source>
        <translation>面板在此方向上控制的维度</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/shortcuts.py"/>
        <source>The first or the last</source>
        <translation>第一个或最后一个</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/views/denoise.py"/>
        <source>The first run begins when its solver is loaded, in some seconds.</source>
        <translation>首次运行将在求解器加载后开始，约需数秒。</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/clipboard.py"/>
        <source>The latent</source>
        <translation>潜变量</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/settings_page.py"/>
        <source>The least recently used are put away first, and open again when needed</source>
        <translation>最久未用者先收起，需要时再打开</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/shortcuts.py"/>
        <source>The next control, or the one before</source>
        <translation>下一个或上一个控件</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/shortcuts.py"/>
        <source>The next picture of the film strip</source>
        <translation>胶片条中的下一张图像</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/widgets/grid_panel.py"/>
        <source>The picture at the handle as a key frame of the path (Enter)</source>
        <translation>把手柄处的图像作为路径的关键帧 (Enter)</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/denoise/inversion.py"/>
        <source>The picture made again from the noise, against the picture: mean squared error
in units of the grey range, and the same in decibels; the standard deviation of
the noise found; what all that cost. Of a model in latents, the error of
encoding and decoding alone stands above the picture</source>
        <translation>由噪声重新生成的图像与原图之比较：以灰度范围为单位的均方误差，
及其分贝值；所得噪声的标准差；总计算代价。
对于潜空间模型，仅编码再解码的误差显示在图片上方</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/widgets/path_panel.py"/>
        <source>The picture of the Explore view as a key frame (A)</source>
        <translation>以“探索”视图中的图像作为关键帧 (A)</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/translate/panel.py"/>
        <source>The picture on the clipboard: of another model&apos;s view, or any program (P)</source>
        <translation>剪贴板上的图片：来自其他模型的视图或任何程序 (P)</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/translate/style.py"/>
        <source>The picture whose colours and mood the result takes</source>
        <translation>结果所取其色彩与气氛的图片</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/branching.py"/>
        <source>The run has not begun yet: branch once its first step is there.</source>
        <translation>运行尚未开始：第一步出现后才能分支。</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/compare.py"/>
        <source>The second less the first, halved: mid-grey where they are alike. The number is the root mean square over all pixels and channels, in grey levels.</source>
        <translation>第二张减去第一张后取一半：相同之处为中灰。数值为所有像素和通道上的均方根，以灰度级计。</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/widgets/slider_panel.py"/>
        <source>The seed the sliders were drawn from; a dash where they were not. Type one.</source>
        <translation>滑块所用的采样种子；若非采样所得则显示短横线。可直接输入。</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/recovery.py"/>
        <source>The session that was left</source>
        <translation>上次遗留的会话</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/side/panel.py"/>
        <source>The sliders&apos; latent</source>
        <translation>滑块的潜变量</translation>
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
        <location filename="../../explorer/ui/translate/panel.py"/>
        <source>The source over the result, left of a divider that you drag; Left and Right move it (W)</source>
        <translation>分隔线左侧显示源图，右侧显示结果；拖动分隔线，或用左右方向键移动 (W)</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/widgets/grid_panel.py"/>
        <source>The whole grid as one PNG, with the recipe inside (Ctrl+Shift+S)</source>
        <translation>整个网格存为一张 PNG，内含配方 (Ctrl+Shift+S)</translation>
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
        <location filename="../../explorer/ui/ask.py"/>
        <source>There is a file of that name already.</source>
        <translation>已有同名文件。</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/views/translate.py"/>
        <source>There is no picture on the clipboard.</source>
        <translation>剪贴板上没有图片。</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/entry_pictures.py"/>
        <source>There is nothing to see yet: {reason}</source>
        <translation>还没有可看的内容：{reason}</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/interpolate/picture.py"/>
        <source>This latent was made with {model}.</source>
        <translation>此潜变量由 {model} 生成。</translation>
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
        <location filename="../../explorer/ui/side/pane.py"/>
        <source>Time of the engine for these pictures; PSNR against the picture given</source>
        <translation>引擎生成这些图像所用的时间；相对于所给图片的 PSNR</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/widgets/mixture_panel.py"/>
        <source>Times its own weight: 1 as fitted, 0 never</source>
        <translation>其自身权重的倍数：1 为拟合值，0 为从不</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/views/kinds.py"/>
        <source>Translate</source>
        <translation>转换</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/branches.py"/>
        <source>Translation</source>
        <translation>图像转换</translation>
    </message>
    <message>
        <location filename="../../explorer/families/translator.py"/>
        <source>Translator of pictures</source>
        <translation>图像转换模型</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/widgets/told_form.py"/>
        <source>Truncation</source>
        <translation>截断</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/file_card.py"/>
        <source>Trust its program and open it</source>
        <translation>信任其程序并打开</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/settings_page.py"/>
        <source>Trusted programs</source>
        <translation>受信任的程序</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/widgets/direction_panel.py"/>
        <source>Turn round</source>
        <translation>反转方向</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/widgets/path_panel.py"/>
        <source>Turn round at the ends, when playing and in films</source>
        <translation>播放及保存影片时到两端折返</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/history.py"/>
        <source>Two chosen pins side by side, with their difference; one: beside the present</source>
        <translation>并排显示两个选中的固定状态及其差异；只选一个时与当前画面并排</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/file_form.py"/>
        <source>Two classes are called {name}.</source>
        <translation>有两个类别都叫 {name}。</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/denoise/seeds.py"/>
        <source>Two seeds</source>
        <translation>两个种子</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/palette.py"/>
        <source>Type a few letters of a command</source>
        <translation>输入命令中的几个字符</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/widgets/run_panel.py"/>
        <source>Type a prompt first: without one there is nothing to follow</source>
        <translation>请先输入提示词：没有它就没有可遵循的内容</translation>
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
        <location filename="../../explorer/ui/denoise/schedulers.py"/>
        <source>Up to four schedulers side by side, at equal noise</source>
        <translation>最多四个采样器并排，处于相同噪声水平</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/denoise/schedulers.py"/>
        <source>Up to four:</source>
        <translation>最多四个：</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/shortcuts.py"/>
        <source>Up, Down</source>
        <translation>上，下</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/widgets/grid_panel.py"/>
        <source>Upper left</source>
        <translation>左上</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/widgets/grid_panel.py"/>
        <source>Upper right</source>
        <translation>右上</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/finder.py"/>
        <source>Use it all the same</source>
        <translation>仍然使用它</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/file_card.py"/>
        <source>Use these</source>
        <translation>使用这些</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/widgets/slider_row.py"/>
        <source>Value in standard deviations of the prior. Click to type.</source>
        <translation>数值，单位为先验分布的标准差。单击以输入。</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/widgets/slider_row.py"/>
        <source>Value of the code, {low} to {high}. Click to type.</source>
        <translation>编码的值，{low} 到 {high}。单击以输入。</translation>
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
        <location filename="../../explorer/ui/shortcuts.py"/>
        <source>View: {title}</source>
        <translation>视图：{title}</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/translate/panel.py"/>
        <source>Violet</source>
        <translation>紫色</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/words.py"/>
        <source>Wasserstein critic {score} (higher is more real)</source>
        <translation>Wasserstein 评判 {score}（越高越真实）</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/views/kinds.py"/>
        <source>Watch and scrub how a diffusion model turns noise into a picture</source>
        <translation>观看并逐步回放扩散模型如何把噪声变为图像</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/views/kinds.py"/>
        <source>Watch and scrub how a model makes its picture, stage by stage</source>
        <translation>逐阶段观看并拖动浏览模型如何作出图片</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/denoise/seeds.py"/>
        <source>Way from the first seed to the second</source>
        <translation>从第一个种子到第二个的路程</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/widgets/direction_panel.py"/>
        <source>Ways to find directions in the latent space</source>
        <translation>在潜空间中查找方向的方法</translation>
    </message>
    <message>
        <location filename="../../explorer/export/webp.py"/>
        <location filename="../../explorer/ui/widgets/film_panel.py"/>
        <source>WebP film</source>
        <translation>WebP 动画</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/widgets/mixture_panel.py"/>
        <source>Weight of Gaussian {n}</source>
        <translation>高斯分量 {n} 的权重</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/side/panel.py"/>
        <source>What all models are told</source>
        <translation>给所有模型的条件</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/saving_steps.py"/>
        <source>What each frame shows; the finished picture comes last</source>
        <translation>每帧显示的内容；最终图像在最后</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/side/panel.py"/>
        <source>What every model makes its pictures of</source>
        <translation>各模型生成图像所用的输入</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/widgets/run_panel.py"/>
        <source>What guidance leads away from, in words the model knows; may be empty</source>
        <translation>引导要远离的内容，用模型认识的词；可以留空</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/denoise/schedulers.py"/>
        <source>What is compared</source>
        <translation>比较的内容</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/denoise/commitment.py"/>
        <source>What is still open at the step shown: short branches, their mean, spread</source>
        <translation>在所示步尚未确定的内容：短分支、它们的均值与离散程度</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/window.py"/>
        <source>What is this</source>
        <translation>这是什么</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/side/panel.py"/>
        <source>What models that listen to a text should show, in words that they know</source>
        <translation>能接受文字的模型应画出的内容，用它们认识的词</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/steps/words.py"/>
        <source>What the model did last; of a long run some stages are shown</source>
        <translation>模型最近所做；较长的运行只显示部分阶段</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/translate/panel.py"/>
        <source>What the picture is redrawn as</source>
        <translation>图片重绘成的样式</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/steps/panel.py"/>
        <location filename="../../explorer/ui/widgets/run_panel.py"/>
        <source>What the picture should show</source>
        <translation>图像应显示的内容</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/widgets/run_panel.py"/>
        <source>What the picture should show, in words the model knows; empty for anything</source>
        <translation>图片应展示的内容，用模型认识的词；留空则任意</translation>
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
        <location filename="../../explorer/ui/widgets/canvas.py"/>
        <source>Wheel: zoom. Drag: move. Double click: fit. Right click: copy, save.</source>
        <translation>滚轮：缩放。拖动：移动。双击：适合窗口。右键单击：复制、保存。</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/ask.py"/>
        <source>Where is {name}?</source>
        <translation>{name} 在哪里？</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/widgets/heat.py"/>
        <source>Where it acts</source>
        <translation>作用区域</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/widgets/grid_panel.py"/>
        <source>Where the picture is on the sheet, and how typical it is</source>
        <translation>图像在曲面上的位置及其典型程度</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/widgets/path_panel.py"/>
        <source>Whether every segment slows down at its ends; the buttons
between the key frames set one segment alone</source>
        <translation>各段是否在两端减速；
关键帧之间的按钮可单独设置某一段</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/widgets/told_form.py"/>
        <source>Which of its classes is drawn</source>
        <translation>生成哪一个类别</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/denoise/schedulers.py"/>
        <source>Which picture of each evaluation the panes show</source>
        <translation>各窗格显示每次求值的哪张图像</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/translate/panel.py"/>
        <source>White paper to draw on (B)</source>
        <translation>用于作画的白纸 (B)</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/views/translate.py"/>
        <source>Wider brush</source>
        <translation>更粗的画笔</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/translate/panel.py"/>
        <source>Width</source>
        <translation>宽度</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/widgets/film_panel.py"/>
        <source>Width and height of what is saved, in pixels</source>
        <translation>所保存内容的宽和高，单位为像素</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/translate/panel.py"/>
        <source>Width of the brush in pixels of the picture ([ and ])</source>
        <translation>画笔宽度，以图片像素计 ([ 和 ])</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/translate/panel.py"/>
        <location filename="../../explorer/ui/views/translate.py"/>
        <source>Wipe</source>
        <translation>擦除对比</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/denoise/inversion.py"/>
        <source>With the steps and the class of the run, at guidance 1, by DDIM</source>
        <translation>使用本次运行的步数和类别，引导强度 1，采用 DDIM</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/library_panel.py"/>
        <source>Words of its title, family, size or description; Enter opens the first</source>
        <translation>标题、系列、尺寸或说明中的词；按 Enter 打开第一个</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/translate/panel.py"/>
        <source>Yellow</source>
        <translation>黄色</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/widgets/told_form.py"/>
        <source>Z is drawn from; W is where the model maps it; W+ has a w for each layer. A seed gives the same picture in all three.</source>
        <translation>Z 用于抽样；W 是模型将其映射到之处；W+ 每一层各有一个 w。同一种子在三者中给出同一图片。</translation>
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
        <location filename="../../explorer/ui/steps/words.py"/>
        <source>a lower bound</source>
        <translation>下界</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/views/steps.py"/>
        <source>all</source>
        <translation>全部</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/denoise/film.py"/>
        <source>all three</source>
        <translation>全部三个</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/widgets/mixture_panel.py"/>
        <source>all, as fitted</source>
        <translation>全部，按拟合</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/steps/words.py"/>
        <source>an upper bound</source>
        <translation>上界</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/steps/words.py"/>
        <source>as numbers, grey is 0</source>
        <translation>作为数值，灰色为 0</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/steps/words.py"/>
        <source>as picture</source>
        <translation>作为图片</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/widgets/mixture_panel.py"/>
        <source>as weighed below</source>
        <translation>按下方权重</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/denoise/inversion.py"/>
        <source>autoencoder: {db} dB</source>
        <translation>自编码器：{db} dB</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/denoise/seeds.py"/>
        <source>between</source>
        <translation>之间</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/steps/words.py"/>
        <source>bits</source>
        <translation>比特</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/steps/words.py"/>
        <source>bits of this pixel</source>
        <translation>此像素的比特数</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/steps/words.py"/>
        <source>bits per dimension</source>
        <translation>每维比特数</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/steps/words.py"/>
        <source>bits per dimension, at the levels&apos; middles</source>
        <translation>每维比特数（取灰度级中点）</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/steps/words.py"/>
        <source>bits per dimension, dequantised</source>
        <translation>每维比特数（去量化）</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/steps/words.py"/>
        <source>bits per drawn pixel so far</source>
        <translation>迄今每个已画像素的比特数</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/steps/words.py"/>
        <source>bits to expect of it</source>
        <translation>其期望比特数</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/denoise/commitment.py"/>
        <source>branch {i} of {n}</source>
        <translation>分支 {i}/{n}</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/statusbar.py"/>
        <source>cache {used} of {limit} MB</source>
        <translation>缓存 {used}/{limit} MB</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/steps/words.py"/>
        <source>chance of on</source>
        <translation>点亮概率</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/steps/words.py"/>
        <source>changed</source>
        <translation>已改变</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/branching.py"/>
        <location filename="../../explorer/ui/widgets/branch_bar.py"/>
        <source>class {name}</source>
        <translation>类别 {name}</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/steps/words.py"/>
        <source>column, from 0</source>
        <translation>列，从 0 起</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/widgets/run_base.py"/>
        <source>complete</source>
        <translation>已完成</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/words.py"/>
        <source>critic {p} (logit {logit})</source>
        <translation>判别器 {p} (logit {logit})</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/words.py"/>
        <source>critic {score} (1 is real)</source>
        <translation>判别器 {score}(1 为真)</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/denoise/inversion.py"/>
        <location filename="../../explorer/ui/explore/rebuilt.py"/>
        <location filename="../../explorer/ui/steps/branches.py"/>
        <location filename="../../explorer/ui/views/translate.py"/>
        <location filename="../../explorer/ui/widgets/triptych.py"/>
        <source>difference</source>
        <translation>差异</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/views/translate.py"/>
        <source>difference from the source</source>
        <translation>与源图的差异</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/explore/directions.py"/>
        <source>directions</source>
        <translation>方向</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/widgets/wipe.py"/>
        <source>divider at {share} %</source>
        <translation>分隔线位于 {share} %</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/views/translate.py"/>
        <source>drawing</source>
        <translation>手绘</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/views/denoise.py"/>
        <location filename="../../explorer/ui/views/steps.py"/>
        <source>earlier run</source>
        <translation>先前的运行</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/branching.py"/>
        <source>equal</source>
        <translation>相同</translation>
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
        <location filename="../../explorer/ui/steps/words.py"/>
        <source>evidence lower bound, greys as chances</source>
        <translation>证据下界（灰度视为概率）</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/steps/words.py"/>
        <source>exact</source>
        <translation>精确值</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/steps/words.py"/>
        <source>expected</source>
        <translation>期望</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/widgets/direction_panel.py"/>
        <source>explains {share}</source>
        <translation>解释 {share}</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/denoise/choice.py"/>
        <location filename="../../explorer/ui/views/denoise.py"/>
        <location filename="../../explorer/ui/views/steps.py"/>
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
        <location filename="../../explorer/ui/steps/words.py"/>
        <source>free energy</source>
        <translation>自由能</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/words.py"/>
        <source>grey</source>
        <translation>灰度</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/widgets/branch_bar.py"/>
        <source>guidance </source>
        <translation>引导 </translation>
    </message>
    <message>
        <location filename="../../explorer/ui/branching.py"/>
        <source>guidance {g}</source>
        <translation>引导 {g}</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/steps/words.py"/>
        <source>hidden on</source>
        <translation>隐单元亮</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/steps/words.py"/>
        <source>hidden units</source>
        <translation>隐单元</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/steps/words.py"/>
        <source>hidden units on</source>
        <translation>点亮的隐单元</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/steps/words.py"/>
        <source>higher is likelier</source>
        <translation>越高越可能</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/denoise/seeds.py"/>
        <source>in all {n} steps</source>
        <translation>共 {n} 步</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/header.py"/>
        <source>in use</source>
        <translation>使用中</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/denoise/seeds.py"/>
        <source>in {n} steps</source>
        <translation>以 {n} 步</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/widgets/path_curves.py"/>
        <source>inside</source>
        <translation>向内</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/interpolate/picture.py"/>
        <source>it has no encoder for {picture}</source>
        <translation>它没有可用于 {picture} 的编码器</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/views/side.py"/>
        <source>kept from before</source>
        <translation>先前已算好</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/steps/words.py"/>
        <source>layer</source>
        <translation>层</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/denoise/commitment.py"/>
        <source>levels</source>
        <translation>级</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/denoise/seeds.py"/>
        <source>live in {n} steps</source>
        <translation>实时 {n} 步</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/widgets/slider_face.py"/>
        <source>locked</source>
        <translation>已锁定</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/steps/words.py"/>
        <source>log density</source>
        <translation>对数密度</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/steps/words.py"/>
        <source>log density of these numbers</source>
        <translation>这些数值的对数密度</translation>
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
        <location filename="../../explorer/ui/steps/words.py"/>
        <source>lower is likelier</source>
        <translation>越低越可能</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/denoise/inversion.py"/>
        <source>made again</source>
        <translation>重新生成</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/views/translate.py"/>
        <source>mean error {levels} of 255</source>
        <translation>平均误差 {levels}（满值 255）</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/denoise/commitment.py"/>
        <source>mean of branches</source>
        <translation>分支的均值</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/steps/words.py"/>
        <source>mean so far</source>
        <translation>迄今平均</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/views/translate.py"/>
        <source>mean {levels} of 255</source>
        <translation>平均 {levels}（满值 255）</translation>
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
        <location filename="../../explorer/ui/header.py"/>
        <source>ms</source>
        <translation>毫秒</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/steps/words.py"/>
        <source>nats</source>
        <translation>奈特</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/branching.py"/>
        <location filename="../../explorer/ui/steps/panel.py"/>
        <location filename="../../explorer/ui/widgets/branch_bar.py"/>
        <location filename="../../explorer/ui/widgets/run_panel.py"/>
        <source>no class</source>
        <translation>无类别</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/interpolate/picture.py"/>
        <source>no model</source>
        <translation>没有模型</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/branching.py"/>
        <source>no negative prompt</source>
        <translation>无负面提示词</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/denoise/choice.py"/>
        <source>no picture yet</source>
        <translation>尚无图像</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/branching.py"/>
        <source>no prompt</source>
        <translation>无提示词</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/denoise/inversion.py"/>
        <source>noise spread {spread} (1 is usual)</source>
        <translation>噪声标准差 {spread}(通常为 1)</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/widgets/told_form.py"/>
        <source>none</source>
        <translation>无</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/branching.py"/>
        <source>not &quot;{words}&quot;</source>
        <translation>非“{words}”</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/translate/panel.py"/>
        <source>not sent back</source>
        <translation>不送回</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/file_card.py"/>
        <source>nothing</source>
        <translation>无</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/denoise/commitment.py"/>
        <source>of about</source>
        <translation>约</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/denoise/commitment.py"/>
        <source>of evaluation {i}</source>
        <translation>第 {i} 次求值</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/views/denoise.py"/>
        <source>of {i}</source>
        <translation>共 {i}</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/explore/notes.py"/>
        <source>of {picture}: {number}</source>
        <translation>{picture}：{number}</translation>
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
        <location filename="../../explorer/ui/file_form.py"/>
        <source>other</source>
        <translation>其他</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/branching.py"/>
        <source>other noise</source>
        <translation>其他噪声</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/widgets/path_curves.py"/>
        <source>outside</source>
        <translation>向外</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/views/translate.py"/>
        <source>pasted picture</source>
        <translation>粘贴的图片</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/sending.py"/>
        <location filename="../../explorer/ui/steps/words.py"/>
        <source>picture</source>
        <translation>图片</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/steps/words.py"/>
        <source>pixel</source>
        <translation>像素</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/steps/words.py"/>
        <source>pixels</source>
        <translation>像素</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/steps/words.py"/>
        <source>pixels changed</source>
        <translation>改变的像素</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/denoise/film.py"/>
        <source>predicted noise</source>
        <translation>预测的噪声</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/denoise/deck.py"/>
        <source>predicted noise, grey is none</source>
        <translation>预测的噪声，灰色表示无</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/denoise/deck.py"/>
        <location filename="../../explorer/ui/denoise/film.py"/>
        <location filename="../../explorer/ui/denoise/inversion.py"/>
        <location filename="../../explorer/ui/denoise/schedulers.py"/>
        <source>predicted x0</source>
        <translation>预测的 x0</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/denoise/picture.py"/>
        <source>predicted x0 at one glance</source>
        <translation>预测的 x0 一览</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/widgets/run_base.py"/>
        <source>preparing the run</source>
        <translation>正在准备运行</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/denoise/schedulers.py"/>
        <source>preparing the runs</source>
        <translation>正在准备运行</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/explore/rebuilt.py"/>
        <source>reconstruction</source>
        <translation>重建</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/views/translate.py"/>
        <source>redrawn</source>
        <translation>重绘</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/views/translate.py"/>
        <source>redrawn picture</source>
        <translation>重绘的图片</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/pair.py"/>
        <source>rms {levels} levels</source>
        <translation>均方根 {levels} 级</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/steps/words.py"/>
        <source>row, from 0</source>
        <translation>行，从 0 起</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/branching.py"/>
        <location filename="../../explorer/ui/steps/branches.py"/>
        <source>run {n}</source>
        <translation>运行 {n}</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/denoise/branches.py"/>
        <source>run {n}, predicted x0</source>
        <translation>运行 {n}，预测的 x0</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/steps/branches.py"/>
        <source>run {n}, {pane}</source>
        <translation>运行 {n}，{pane}</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/explore/rebuilt.py"/>
        <source>searching</source>
        <translation>正在搜索</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/denoise/seeds.py"/>
        <location filename="../../explorer/ui/widgets/branch_bar.py"/>
        <source>seed </source>
        <translation>种子 </translation>
    </message>
    <message>
        <location filename="../../explorer/ui/branching.py"/>
        <location filename="../../explorer/ui/denoise/seeds.py"/>
        <location filename="../../explorer/ui/words.py"/>
        <source>seed {seed}</source>
        <translation>种子 {seed}</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/views/translate.py"/>
        <source>sent back</source>
        <translation>送回</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/explore/rebuilt.py"/>
        <source>sliders</source>
        <translation>滑块</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/views/translate.py"/>
        <source>source</source>
        <translation>源图</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/views/translate.py"/>
        <source>source | redrawn</source>
        <translation>源图 | 重绘</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/views/translate.py"/>
        <source>source | sent back</source>
        <translation>源图 | 送回</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/denoise/commitment.py"/>
        <source>spread per pixel</source>
        <translation>逐像素离散程度</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/steps/words.py"/>
        <source>stage</source>
        <translation>阶段</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/steps/words.py"/>
        <source>standard deviation of these numbers</source>
        <translation>这些数值的标准差</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/denoise/deck.py"/>
        <source>step {i} of {n}</source>
        <translation>步 {i}/{n}</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/denoise/commitment.py"/>
        <source>step {k} of {m}: branch {i} of {n}</source>
        <translation>步 {k}/{m}：分支 {i}/{n}</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/denoise/commitment.py"/>
        <location filename="../../explorer/ui/denoise/seeds.py"/>
        <source>steps</source>
        <translation>步</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/denoise/commitment.py"/>
        <source>still open</source>
        <translation>尚未确定</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/widgets/run_base.py"/>
        <source>stopped at {i} of {n}</source>
        <translation>停止于 {i}/{n}</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/views/translate.py"/>
        <source>style</source>
        <translation>风格</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/steps/words.py"/>
        <source>surprise, white is 8 bits</source>
        <translation>意外程度，白色为 8 比特</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/denoise/deck.py"/>
        <source>t {t} of {n}</source>
        <translation>t {t}/{n}</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/steps/branches.py"/>
        <source>temperature </source>
        <translation>温度 </translation>
    </message>
    <message>
        <location filename="../../explorer/ui/branching.py"/>
        <source>temperature {t}</source>
        <translation>温度 {t}</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/denoise/commitment.py"/>
        <source>the branches</source>
        <translation>各分支</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/intake.py"/>
        <source>this film carries no recipe</source>
        <translation>此影片不含配方</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/steps/words.py"/>
        <source>this pixel</source>
        <translation>此像素</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/words.py"/>
        <source>values</source>
        <translation>数值</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/interpolate/picture.py"/>
        <source>what was dropped</source>
        <translation>拖放的内容</translation>
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
        <location filename="../../explorer/ui/denoise/branches.py"/>
        <source>x0 difference</source>
        <translation>x0 差异</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/denoise/film.py"/>
        <location filename="../../explorer/ui/denoise/schedulers.py"/>
        <source>x_t</source>
        <translation>x_t</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/denoise/picture.py"/>
        <source>x_t = α x0 + σ noise, with α² + σ² = 1; log-SNR is ln(α² / σ²)</source>
        <translation>x_t = α x0 + σ 噪声，其中 α² + σ² = 1；log-SNR 为 ln(α² / σ²)</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/denoise/deck.py"/>
        <source>x_t change</source>
        <translation>x_t 变化</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/denoise/deck.py"/>
        <source>x_t change: from step to step, root mean square, grey levels of 255; of latents, decoded</source>
        <translation>x_t 变化：相邻步之间，均方根，灰度级(满度 255)；潜变量先解码再比较</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/denoise/inversion.py"/>
        <source>x_t on the way</source>
        <translation>途中的 x_t</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/denoise/picture.py"/>
        <source>x_t, under noise</source>
        <translation>x_t，加噪后</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/denoise/deck.py"/>
        <source>x_t, what the network sees</source>
        <translation>x_t，网络所见</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/denoise/inversion.py"/>
        <location filename="../../explorer/ui/denoise/picture.py"/>
        <source>your picture</source>
        <translation>您的图片</translation>
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
        <location filename="../../explorer/ui/interpolate/grid.py"/>
        <location filename="../../explorer/ui/widgets/morph_sheet.py"/>
        <source>{across} % across, {down} % down</source>
        <translation>横向 {across} %，纵向 {down} %</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/interpolate/grid.py"/>
        <source>{across} % across, {down} % down, {shell}</source>
        <translation>横向 {across} %，纵向 {down} %，{shell}</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/widgets/pad.py"/>
        <source>{across} across, {up} up</source>
        <translation>横向 {across}，纵向 {up}</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/compare.py"/>
        <source>{away} of 255</source>
        <translation>{away} / 255</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/file_card.py"/>
        <source>{cause}. {remedy}</source>
        <translation>{cause}。{remedy}</translation>
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
    <message>
        <location filename="../../explorer/ui/side/panel.py"/>
        <source>{count} of: {family}</source>
        <translation>{family}：{count} 个</translation>
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
        <location filename="../../explorer/ui/widgets/path_curves.py"/>
        <source>{far}, left in frames {frames}</source>
        <translation>{far}，在第 {frames} 帧离开</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/widgets/path_curves.py"/>
        <source>{far}, never left</source>
        <translation>{far}，从未离开</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/compare.py"/>
        <source>{first} and {second}</source>
        <translation>{first} 与 {second}</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/denoise/branches.py"/>
        <location filename="../../explorer/ui/denoise/schedulers.py"/>
        <location filename="../../explorer/ui/steps/branches.py"/>
        <source>{i} of {n}</source>
        <translation>{i}/{n}</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/widgets/run_base.py"/>
        <source>{i} of {n}{left}</source>
        <translation>{i}/{n}{left}</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/statusbar.py"/>
        <source>{job}: cancelled</source>
        <translation>{job}：已取消</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/file_card.py"/>
        <location filename="../../explorer/ui/library_panel.py"/>
        <source>{mb} MB</source>
        <translation>{mb} MB</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/entry_pictures.py"/>
        <source>{model} is not open: go there to open it</source>
        <translation>{model} 未打开：转到该处即可打开</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/window.py"/>
        <source>{model}[*] - Latent Explorer</source>
        <translation>{model}[*] - Latent Explorer</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/views/side.py"/>
        <source>{ms} ms</source>
        <translation>{ms} 毫秒</translation>
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
        <location filename="../../explorer/ui/file_card.py"/>
        <source>{name} changed</source>
        <translation>{name} 已更改</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/finder.py"/>
        <source>{name} is not where it was: found in {folder}</source>
        <translation>{name} 已不在原处：在 {folder} 中找到</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/denoise/seeds.py"/>
        <source>{name}, 0 to 9223372036854775807</source>
        <translation>{name}，0 到 9223372036854775807</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/views/side.py"/>
        <source>{name}, as each model rebuilds it.</source>
        <translation>{name}，由各模型重建。</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/views/translate.py"/>
        <source>{name}, {width} × {height}</source>
        <translation>{name}，{width} × {height}</translation>
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
        <location filename="../../explorer/ui/steps/words.py"/>
        <source>{name}: {value}</source>
        <translation>{name}：{value}</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/fitting.py"/>
        <source>{name}: {width} × {height}, scaled to {to_width} × {to_height} and padded to {all_width} × {all_height} in the colour of its border.</source>
        <translation>{name}：{width} × {height}，已缩放为 {to_width} × {to_height}，并以其边缘颜色填充到 {all_width} × {all_height}。</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/fitting.py"/>
        <source>{name}: {width} × {height}, scaled to {to_width} × {to_height}.</source>
        <translation>{name}：{width} × {height}，已缩放为 {to_width} × {to_height}。</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/widgets/path_curves.py"/>
        <source>{now}, before {was}</source>
        <translation>{now}，之前 {was}</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/denoise/inversion.py"/>
        <location filename="../../explorer/ui/widgets/run_panel.py"/>
        <source>{n} evaluations</source>
        <translation>{n} 次求值</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/denoise/schedulers.py"/>
        <source>{n} evaluations of the network in all</source>
        <translation>网络共求值 {n} 次</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/widgets/film_panel.py"/>
        <source>{n} frames, as a film {t} s</source>
        <translation>{n} 帧，作为影片 {t} 秒</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/widgets/key_thumbs.py"/>
        <source>{n} key frames</source>
        <translation>{n} 个关键帧</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/branching.py"/>
        <source>{n} steps</source>
        <translation>{n} 步</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/interpolate/picture.py"/>
        <source>{picture} added; its latent rebuilds it exactly, but for rounding.</source>
        <translation>已添加 {picture}；由其潜变量可精确重建（仅有舍入误差）。</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/interpolate/picture.py"/>
        <source>{picture} added; its latent rebuilds it with a PSNR of {psnr} dB.</source>
        <translation>已添加 {picture}；由其潜变量重建的 PSNR 为 {psnr} dB。</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/sending.py"/>
        <source>{picture} of {model}</source>
        <translation>{model} 的{picture}</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/file_form.py"/>
        <source>{place} reshape</source>
        <translation>{place} 重排</translation>
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
        <location filename="../../explorer/ui/views/side.py"/>
        <source>{sentence}.</source>
        <translation>{sentence}。</translation>
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
        <location filename="../../explorer/ui/denoise/seeds.py"/>
        <source>{share} % of the way, on the sphere</source>
        <translation>球面路程的 {share} %</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/steps/words.py"/>
        <source>{stage} {i} of {n}</source>
        <translation>{stage} {i} / {n}</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/failures.py"/>
        <source>{subject}: {cause}</source>
        <translation>{subject}：{cause}</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/failures.py"/>
        <source>{subject}: {cause}.
{remedy}</source>
        <translation>{subject}：{cause}。
{remedy}</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/views/side.py"/>
        <source>{s} s</source>
        <translation>{s} 秒</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/widgets/direction_panel.py"/>
        <source>{times} random</source>
        <translation>随机的 {times}</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/file_form.py"/>
        <source>{title}: as guessed, or as you know it</source>
        <translation>{title}：按推测，或按您所知</translation>
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
        <location filename="../../explorer/ui/widgets/slider_row.py"/>
        <source>{value}. Click to go there (Ctrl+Left, Right).</source>
        <translation>{value}。单击前往 (Ctrl+左、右)。</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/header.py"/>
        <source>{what} (Ctrl+{number})</source>
        <translation>{what} (Ctrl+{number})</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/widgets/film_panel.py"/>
        <source>{width} × {height}  ({scale}×)</source>
        <translation>{width} × {height}  ({scale}×)</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/denoise/inversion.py"/>
        <source>σ {s}</source>
        <translation>σ {s}</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/denoise/picture.py"/>
        <source>σ {s}, log-SNR {snr}</source>
        <translation>σ {s},log-SNR {snr}</translation>
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
    <message>
        <location filename="../../explorer/ui/denoise/commitment.py"/>
        <source>√variance over the branches, pixel by pixel: dark where they agree</source>
        <translation>各分支间方差的平方根，逐像素：一致处为暗</translation>
    </message>
</context>
</TS>
