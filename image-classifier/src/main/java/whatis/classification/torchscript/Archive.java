package whatis.classification.torchscript;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveOutputStream;

/**
 * A module that {@code torch::jit::load} can read: TorchScript code with the tensors that its {@code __setstate__}
 * takes as one list.
 *
 * <p>The file is a ZIP whose entries are stored uncompressed: a pickle that rebuilds the module, the code as text, and
 * each tensor's bytes.
 *
 * @param code the text of the module's class, as {@link ModuleCode} makes it
 * @param state the tensors given to {@code __setstate__}, in this order
 */
public record Archive(String code, List<ArchiveTensor> state) {

    static final String MODULE = "Network";

    /** Version of the file format; libtorch 2.7 refuses operators such as flash attention in older ones. */
    private static final String FORMAT = "10\n";

    /** Alignment of each entry in bytes, as libtorch's own writer chooses it. */
    private static final int ALIGNMENT = 64;

    /** Writes the archive; of the tensors no more than one, or a piece of it, lies on the heap at any time. */
    public void write(Path file) throws IOException {
        try (ZipArchiveOutputStream zip = new ZipArchiveOutputStream(file)) {
            put(zip, "data.pkl", module());
            put(zip, "code/__torch__.py", code.getBytes(StandardCharsets.UTF_8));
            put(zip, "constants.pkl", new Pickle().emptyTuple().finish());
            put(zip, "version", FORMAT.getBytes(StandardCharsets.US_ASCII));
            put(zip, "byteorder", "little".getBytes(StandardCharsets.US_ASCII));
            for (int key = 0; key < state.size(); key++) {
                put(zip, "data/" + key, state.get(key));
            }
        }
    }

    private static void put(ZipArchiveOutputStream zip, String name, byte[] content) throws IOException {
        begin(zip, name, content.length);
        zip.write(content);
        zip.closeArchiveEntry();
    }

    private static void put(ZipArchiveOutputStream zip, String name, ArchiveTensor tensor) throws IOException {
        begin(zip, name, tensor.bytes());
        StorageType type = tensor.type();
        byte[][] bytes = {new byte[0]};
        tensor.values().read((elements, count) -> {
            int length = count * type.bytes();
            if (bytes[0].length < length) {
                bytes[0] = new byte[length];
            }
            type.encode(elements, count, ByteBuffer.wrap(bytes[0]).order(ByteOrder.LITTLE_ENDIAN));
            zip.write(bytes[0], 0, length);
        });
        zip.closeArchiveEntry();
    }

    private static void begin(ZipArchiveOutputStream zip, String name, long size) throws IOException {
        ZipArchiveEntry entry = new ZipArchiveEntry("archive/" + name);
        entry.setMethod(ZipArchiveEntry.STORED);
        entry.setSize(size);
        entry.setAlignment(ALIGNMENT);
        zip.putArchiveEntry(entry);
    }

    private byte[] module() {
        Pickle pickle = new Pickle()
                .global("__torch__", MODULE)
                .emptyTuple()
                .newObject()
                .emptyList()
                .mark();
        for (int key = 0; key < state.size(); key++) {
            tensor(pickle, key, state.get(key));
        }
        return pickle.append().build().finish();
    }

    private static void tensor(Pickle pickle, int key, ArchiveTensor tensor) {
        pickle.global("torch._utils", "_rebuild_tensor_v2").mark();
        pickle.mark()
                .text("storage")
                .global("torch", tensor.type().storage())
                .text(Integer.toString(key))
                .text("cpu")
                .integer(tensor.elements())
                .tuple()
                .persistent();
        pickle.integer(0).integers(tensor.shape()).integers(tensor.strides()).no();
        pickle.global("collections", "OrderedDict").emptyTuple().call();
        pickle.tuple().call();
    }
}
