package whatis.image.jpeg;

/** Takes the blocks of a band, which is one or several rows of MCUs, and keeps their samples until the band is complete. */
interface BlockStore {

    /** Returns how many rows of MCUs make a band. */
    int mcuRows();

    /** Returns where a block goes, by its place within the band, counted in blocks of its component. */
    int address(int component, int blockColumn, int blockRow);

    /** Returns by how much addresses grow from a block to the next in its row. */
    int addressStep(int component);

    /** Returns the batch that takes blocks of a component; after a block is added, a full one must be flushed. */
    BlockBatch batch(int component);

    /** Sets all samples of a block. */
    void fill(int component, int address, int sample);

    /** Transforms the blocks of a batch, stores their samples, and makes room in it. */
    void flush(BlockBatch batch);

    /**
     * Completes the band once its blocks are there, or its picture has no more.
     *
     * @param firstRow the row of the most coarsely sampled component with which the band begins
     */
    void complete(int firstRow);
}
