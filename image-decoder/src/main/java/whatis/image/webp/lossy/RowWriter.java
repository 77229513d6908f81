package whatis.image.webp.lossy;

import whatis.image.raster.ImageSize;
import whatis.image.raster.RgbImage;
import whatis.image.raster.RowSink;

/** Turns smoothed planes into rows of RGB. */
final class RowWriter {

    /** Pixels whose luma stands in one int. */
    private static final int GROUP = 4;

    /** So many rows of luma above the end of a row of macroblocks wait for the next: eight change yet, one needs chroma. */
    private static final int WAITING_ROWS = 9;

    private final ImageSize size;
    private final Plane plane;
    private final ChromaRows u;
    private final ChromaRows v;
    private final RowSink sink;
    private final int groups;
    private final int[] lumaGroups;
    private final int[] luma;

    /** Red, green and blue of the first pixel of each group, then of the second, the third and the fourth. */
    private final int[][] colors;

    private final byte[] rgb;

    RowWriter(ImageSize size, Plane luma, Plane u, Plane v, RowSink sink) {
        this.size = size;
        this.plane = luma;
        this.sink = sink;
        this.groups = (size.width() + GROUP - 1) / GROUP;
        int chromaWidth = (size.width() + 1) / 2;
        int chromaHeight = (size.height() + 1) / 2;
        this.u = new ChromaRows(u, chromaWidth, chromaHeight, groups);
        this.v = new ChromaRows(v, chromaWidth, chromaHeight, groups);
        this.lumaGroups = new int[groups];
        this.luma = new int[groups];
        this.colors = new int[RgbImage.CHANNELS * GROUP][groups];
        this.rgb = new byte[RgbImage.CHANNELS * GROUP * groups];
    }

    /** Hands on the rows that are final once a row of macroblocks is smoothed. */
    void write(int macroblockRow, boolean last) {
        int top = macroblockRow * plane.length;
        int firstRow = top - plane.contextRows;
        int to = last ? size.height() : top + plane.length - WAITING_ROWS;
        for (int y = Math.max(0, top - WAITING_ROWS); y < to; y++) {
            u.make(y, firstRow / 2);
            v.make(y, firstRow / 2);
            convert((y - firstRow) * plane.stride + Plane.MARGIN);
            sink.row(y, rgb);
        }
    }

    private void convert(int from) {
        for (int group = 0; group < groups; group++) {
            lumaGroups[group] = (int) Plane.INT.get(plane.smoothed, from + GROUP * group);
        }
        for (int phase = 0; phase < GROUP; phase++) {
            int[] ofU = phase % 2 == 0 ? u.even : u.odd;
            int[] ofV = phase % 2 == 0 ? v.even : v.odd;
            int shift = phase / 2 * Short.SIZE;
            RowKernels.luma(lumaGroups, Byte.SIZE * phase, luma, groups);
            int channel = RgbImage.CHANNELS * phase;
            RowKernels.red(luma, ofV, shift, colors[channel], groups);
            RowKernels.green(luma, ofU, ofV, shift, colors[channel + 1], groups);
            RowKernels.blue(luma, ofU, shift, colors[channel + 2], groups);
        }
        store();
    }

    private void store() {
        for (int i = 0; i < colors.length; i += Integer.BYTES) {
            RowKernels.pack(colors[i], colors[i + 1], colors[i + 2], colors[i + 3], colors[i], groups);
        }
        int[] first = colors[0];
        int[] second = colors[4];
        int[] third = colors[8];
        int out = 0;
        for (int group = 0; group < groups; group++) {
            Plane.INT.set(rgb, out, first[group]);
            Plane.INT.set(rgb, out + 4, second[group]);
            Plane.INT.set(rgb, out + 8, third[group]);
            out += RgbImage.CHANNELS * GROUP;
        }
    }
}
