package whatis.image.jpeg;

/** Takes bands once they are complete, from the top. */
interface BandSink {

    /**
     * Takes the band as it is now.
     *
     * @param firstRow the row of chroma samples with which it begins
     */
    void band(int firstRow);
}
