package whatis.image.jpeg;

import whatis.image.raster.DecodeBudget;

/** Hands out the blocks of a picture, row of MCUs by row of MCUs. */
interface BlockSource {

    /** Puts the next row of MCUs at a row of the store's band. */
    void nextMcuRow(BlockStore store, int rowOfBand, DecodeBudget budget);

    /** Checks, after the last row, that nothing is missing. */
    void end();
}
