package whatis.image.jpeg;

/**
 * One component of a frame, as luma.
 *
 * @param id the number by which scans name it
 * @param horizontal how many blocks an MCU has across, 1 to 4
 * @param vertical how many blocks an MCU has down, 1 to 4
 * @param quantizationTable which of the four tables it takes
 * @param width how many columns of samples count
 * @param height how many rows of samples count
 * @param blocksAcross how many blocks a row has where the component is alone in a scan
 * @param blocksDown how many rows of blocks there are where the component is alone in a scan
 * @param paddedBlocksAcross how many blocks a row has, those included that only fill up MCUs
 * @param paddedBlocksDown how many rows of blocks there are, those included that only fill up MCUs
 */
record FrameComponent(
        int id,
        int horizontal,
        int vertical,
        int quantizationTable,
        int width,
        int height,
        int blocksAcross,
        int blocksDown,
        int paddedBlocksAcross,
        int paddedBlocksDown) {}
