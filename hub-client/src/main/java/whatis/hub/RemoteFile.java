package whatis.hub;

/**
 * What the hub says of a file.
 *
 * @param repository at the commit that the file belongs to
 * @param size in bytes, or {@link #UNKNOWN_SIZE}
 */
record RemoteFile(HubRepository repository, String name, Checksum checksum, long size) {

    /** Mirrors don't always tell; then the download does, and the checksum says whether it is whole. */
    static final long UNKNOWN_SIZE = -1;

    /** Tells whether a file of this size may be this one. */
    boolean mayHave(long bytes) {
        return size == UNKNOWN_SIZE || size == bytes;
    }

    @Override
    public String toString() {
        return name + " of " + repository.id();
    }
}
