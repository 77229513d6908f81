package whatis.batch.input;

import java.util.List;
import java.util.Optional;
import org.apache.parquet.column.ColumnDescriptor;
import org.apache.parquet.hadoop.metadata.ColumnPath;
import org.apache.parquet.schema.GroupType;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName;
import org.apache.parquet.schema.Type;
import org.jspecify.annotations.Nullable;

/**
 * The column of a Parquet file that has the images' bytes.
 *
 * @param schema that of the file, without all other columns
 * @param descriptor the column's
 */
record ImageColumn(MessageType schema, ColumnDescriptor descriptor) {

    /** The hub's schema first, then what Spark's own sources and others call it. */
    private static final List<String> USUAL = List.of("image", "bytes", "content");

    /** The field that has the bytes where the hub keeps the path beside them. */
    private static final String BYTES = "bytes";

    /**
     * Finds the column.
     *
     * @param named its name, or the path to it with dots; null for the usual ones
     * @throws InputException if there is none, or it has no bytes
     */
    static ImageColumn find(MessageType schema, @Nullable String named, String file) {
        for (String name : named == null ? USUAL : List.of(named)) {
            Optional<ImageColumn> found = at(schema, name.split("\\."));
            if (found.isPresent()) {
                return found.get();
            }
        }
        throw new InputException("%s has no column%s with the bytes of images, but %s: choose one with --column."
                .formatted(
                        file,
                        named == null ? "" : " " + named,
                        schema.getFields().stream().map(Type::getName).toList()));
    }

    ColumnPath path() {
        return ColumnPath.get(descriptor.getPath());
    }

    private static Optional<ImageColumn> at(MessageType schema, String[] path) {
        return narrowed(schema, path, 0)
                .map(field -> new MessageType(schema.getName(), field))
                .map(narrow -> new ImageColumn(narrow, narrow.getColumns().get(0)));
    }

    /** Returns the field at a path with nothing beside it, if there is one with one binary value at most. */
    private static Optional<Type> narrowed(GroupType group, String[] path, int depth) {
        String name = depth < path.length ? path[depth] : BYTES;
        if (!group.containsField(name)) {
            return Optional.empty();
        }
        Type field = group.getType(name);
        if (field.isRepetition(Type.Repetition.REPEATED)) {
            return Optional.empty();
        }
        if (field.isPrimitive()) {
            boolean binary = field.asPrimitiveType().getPrimitiveTypeName() == PrimitiveTypeName.BINARY;
            return binary && depth >= path.length - 1 ? Optional.of(field) : Optional.empty();
        }
        return depth > path.length
                ? Optional.empty()
                : narrowed(field.asGroupType(), path, depth + 1)
                        .map(inner -> field.asGroupType().withNewFields(inner));
    }
}
