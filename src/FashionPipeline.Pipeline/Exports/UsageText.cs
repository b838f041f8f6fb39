using FashionPipeline.Data;
using FashionPipeline.Onnx;

namespace FashionPipeline.Pipeline.Exports;

/// <summary>How an exported model is used, and made again: sections of its card, in Markdown.</summary>
internal static class UsageText
{
    /// <summary>The sections.</summary>
    /// <param name="shape">Size of an image.</param>
    /// <param name="command">What is typed to export the model.</param>
    public static string Of(ImageShape shape, string command)
    {
        const string File = ModelFiles.Onnx;
        const string Pixels = OnnxModel.Pixels;
        const string Outputs = $"\"{OnnxModel.Probabilities}\", \"{OnnxModel.Label}\"";
        var size = FormattableString.Invariant($"{shape.Height}, {shape.Width}, {shape.Channels}");
        return FormattableString.Invariant($$$"""
            ## How to use it

            `{{{File}}}` takes pixels as bytes from 0 to 255: [batch, {{{size}}}]. It scales them itself, and carries the names of the
            classes. In Python (`pip install onnxruntime pillow`):

            ```python
            import json
            import numpy as np
            import onnxruntime
            from PIL import Image

            session = onnxruntime.InferenceSession("{{{File}}}")
            classes = json.loads(session.get_modelmeta().custom_metadata_map["{{{ModelFiles.Classes}}}"])
            image = Image.open("image.png").convert("{{{(shape.IsColour ? "RGB" : "L")}}}")
            image = image.resize(({{{shape.Width}}}, {{{shape.Height}}}), Image.Resampling.BOX)
            pixels = np.asarray(image, dtype=np.uint8).reshape(1, {{{size}}})
            probabilities, label = session.run([{{{Outputs}}}], {"{{{Pixels}}}": pixels})
            print(classes[label[0]], probabilities[0][label[0]])
            ```

            In C# (`dotnet add package Microsoft.ML.OnnxRuntime`):

            ```csharp
            using Microsoft.ML.OnnxRuntime;

            byte[] image = new byte[{{{shape.Height}}} * {{{shape.Width}}} * {{{shape.Channels}}}]; // row after row
            using var session = new InferenceSession("{{{File}}}");
            using var pixels = OrtValue.CreateTensorValueFromMemory(image, [1, {{{size}}}]);
            using var options = new RunOptions();
            using var outputs = session.Run(
                options, new Dictionary<string, OrtValue> { ["{{{Pixels}}}"] = pixels }, [{{{Outputs}}}]);
            float[] probabilities = outputs[0].GetTensorDataAsSpan<float>().ToArray();
            long label = outputs[1].GetTensorDataAsSpan<long>()[0];
            ```

            `{{{ModelFiles.Weights}}}` holds the weights alone, in Keras's layouts. Their layers are in `{{{ModelConfig.FileName}}}`, and
            what is done to an image before the first of them in `{{{PreprocessorConfig.FileName}}}`.

            ## How to make it again

            In the repository of FashionPipeline; the bytes are the same on any processor, unless the environment above is `libtorch`:

            ```bash
            {{{command}}}
            ```

            """).ReplaceLineEndings("\n");
    }
}
