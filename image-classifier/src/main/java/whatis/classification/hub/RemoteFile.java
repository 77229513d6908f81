package whatis.classification.hub;

/**
 * What the hub says of a file.
 *
 * @param model the repository at the commit that the file belongs to
 * @param size in bytes
 */
record RemoteFile(HubModel model, String name, Checksum checksum, long size) {

    @Override
    public String toString() {
        return name + " of " + model.repository();
    }
}
