package org.clearancedesk.evidence.file;

/** One of the pieces that sound in MPEG consists of, as its first four bytes tell it. */
final class Mp3Frame {

    static final int HEADER = 4;

    private static final int LAYER_ONE = 3;
    private static final int LAYER_TWO = 2;
    private static final int NEWEST = 3;

    /** In thousands of bits a second, for each of the layers of the first version and of the later ones. */
    private static final int[][] RATES = {
        {32, 64, 96, 128, 160, 192, 224, 256, 288, 320, 352, 384, 416, 448},
        {32, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320, 384},
        {32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320},
        {32, 48, 56, 64, 80, 96, 112, 128, 144, 160, 176, 192, 224, 256},
        {8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160}
    };

    private static final int[] FREQUENCIES = {44_100, 48_000, 32_000};

    private Mp3Frame() {}

    /** In bytes, the header with it; zero when this is no such header. Values that mean nothing make it none. */
    static int length(int header) {
        int version = (header >> 19) & 3;
        int layer = (header >> 17) & 3;
        int rate = (header >> 12) & 0xf;
        int frequency = (header >> 10) & 3;
        boolean isFrame =
                (header >>> 21) == 0x7ff && version != 1 && layer != 0 && rate != 0 && rate != 0xf && frequency != 3;
        if (!isFrame) {
            return 0;
        }
        boolean isFirst = version == NEWEST;
        int row = isFirst ? LAYER_ONE - layer : layer == LAYER_ONE ? 3 : 4;
        int bits = RATES[row][rate - 1] * 1000;
        int hertz = FREQUENCIES[frequency] / (isFirst ? 1 : version == 2 ? 2 : 4);
        int padding = (header >> 9) & 1;
        if (layer == LAYER_ONE) {
            return (12 * bits / hertz + padding) * 4;
        }
        return (isFirst || layer == LAYER_TWO ? 144 : 72) * bits / hertz + padding;
    }
}
