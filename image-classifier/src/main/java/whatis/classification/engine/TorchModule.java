package whatis.classification.engine;

import ai.djl.MalformedModelException;
import ai.djl.Model;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.pytorch.engine.PtNDArray;
import ai.djl.pytorch.engine.PtNDManager;
import ai.djl.pytorch.engine.PtSymbolBlock;
import ai.djl.pytorch.jni.IValue;
import ai.djl.pytorch.jni.IValueUtils;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import whatis.classification.torchscript.Archive;

/**
 * A TorchScript module in libtorch's memory. Safe for use by many threads until it is closed, one copy of the weights for
 * all.
 *
 * <p>OpenMP threads belong to the thread that calls: each caller gets as many of its own as {@link LibTorch#useThreads} said. So calls
 * come best from few platform threads that live long.
 */
final class TorchModule implements AutoCloseable {

    private final Model model;
    private final PtSymbolBlock block;

    private TorchModule(Model model) {
        this.model = model;
        this.block = (PtSymbolBlock) model.getBlock();
    }

    /**
     * Loads an archive through a temporary file.
     *
     * @throws IOException if the file can't be written
     * @throws ai.djl.engine.EngineException if libtorch refuses the archive, such as for an operator it doesn't have
     */
    static TorchModule load(Archive archive) throws IOException {
        LibTorch.load();
        Path file = Files.createTempFile("whatis-", ".pt");
        Model model = null;
        NativeCalls.begin();
        try {
            archive.write(file);
            model = Model.newInstance("whatis", "PyTorch");
            model.load(file.getParent(), file.getFileName().toString());
            return new TorchModule(model);
        } catch (MalformedModelException e) {
            throw new IOException("libtorch can't read the archive", e);
        } catch (RuntimeException | IOException e) {
            if (model != null) {
                model.close();
            }
            throw e;
        } finally {
            NativeCalls.end();
            Files.delete(file);
        }
    }

    /**
     * Runs a method of the module that takes a tensor and returns one.
     *
     * @param input the tensor's elements in fp32; a direct buffer in native byte order is used where it lies
     * @param shape the tensor's shape
     * @return the elements of the result, row-major
     */
    float[] run(String method, ByteBuffer input, long... shape) {
        NativeCalls.begin();
        try (NDManager manager = model.getNDManager().newSubManager()) {
            NDArray array = manager.create(input, new Shape(shape), DataType.FLOAT32);
            try (IValue argument = IValue.from((PtNDArray) array);
                    IValue result = IValueUtils.runMethod(block, method, argument);
                    NDArray output = result.toTensor((PtNDManager) manager)) {
                return output.toFloatArray();
            }
        } finally {
            NativeCalls.end();
        }
    }

    @Override
    public void close() {
        NativeCalls.begin();
        try {
            model.close();
        } finally {
            NativeCalls.end();
        }
    }
}
