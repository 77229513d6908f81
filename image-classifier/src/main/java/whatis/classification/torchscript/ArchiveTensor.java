package whatis.classification.torchscript;

import whatis.classification.checkpoint.Tensor;

/**
 * A tensor of a TorchScript archive.
 *
 * @param name the module's attribute
 * @param shape its dimensions, row-major
 * @param type the format in which it is stored
 * @param values read when it is their turn to be written, so that never more than one tensor lies on the heap
 */
public record ArchiveTensor(String name, long[] shape, StorageType type, Tensor values) {

    /** Returns how far apart neighbours along each dimension lie, in elements. */
    long[] strides() {
        long[] strides = new long[shape.length];
        long stride = 1;
        for (int i = shape.length - 1; i >= 0; i--) {
            strides[i] = stride;
            stride *= shape[i];
        }
        return strides;
    }

    long elements() {
        long elements = 1;
        for (long length : shape) {
            elements *= length;
        }
        return elements;
    }

    /** Returns how many bytes the tensor takes. */
    public long bytes() {
        return elements() * type.bytes();
    }
}
