package whatis.image.webp.lossy;

/** Which filter smooths an edge: between macroblocks or within one, the normal or the simple one. */
enum EdgeKind {
    OUTER,
    INNER,
    SIMPLE_OUTER,
    SIMPLE_INNER
}
