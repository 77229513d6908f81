package whatis.batch.pack;

/**
 * A row of a Parquet file.
 *
 * @param path of the file that it was, with the scheme of its file system
 * @param bytes all of that file
 */
record PackedImage(String path, byte[] bytes) {}
