package whatis.classification.engine;

import whatis.classification.checkpoint.Tensor;

/**
 * A tensor of a TorchScript archive.
 *
 * @param name the module's attribute
 * @param shape its dimensions, row-major
 * @param type the format in which it is stored
 * @param values reads it when it is its turn to be written, so that never more than one lies on the heap
 */
record ArchiveTensor(String name, long[] shape, StorageType type, Tensor values) {

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
}
