package dev.snag.it;

import java.awt.image.BufferedImage;
import java.awt.image.DataBuffer;
import java.awt.image.IndexColorModel;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;

/** Makes a picture of a page small: it has a few colours, and many between them at the edges of letters. */
final class FewColours {

    private static final int MOST = 256;

    private FewColours() {}

    /** Writes the PNG anew with its 256 most frequent colours; every other becomes the nearest of them. */
    static void in(Path png) throws IOException {
        BufferedImage picture = ImageIO.read(png.toFile());
        Map<Integer, Integer> counts = new HashMap<>();
        for (int y = 0; y < picture.getHeight(); y++) {
            for (int x = 0; x < picture.getWidth(); x++) {
                counts.merge(picture.getRGB(x, y) & 0xffffff, 1, Integer::sum);
            }
        }
        List<Integer> palette = counts.entrySet().stream()
                .sorted(Map.Entry.<Integer, Integer>comparingByValue().reversed())
                .limit(MOST)
                .map(Map.Entry::getKey)
                .toList();
        ImageIO.write(indexed(picture, palette), "png", png.toFile());
    }

    private static BufferedImage indexed(BufferedImage picture, List<Integer> palette) {
        int[] colours = palette.stream().mapToInt(Integer::intValue).toArray();
        var model = new IndexColorModel(8, colours.length, colours, 0, false, -1, DataBuffer.TYPE_BYTE);
        var small = new BufferedImage(picture.getWidth(), picture.getHeight(), BufferedImage.TYPE_BYTE_INDEXED, model);
        Map<Integer, Integer> nearest = new HashMap<>();
        for (int y = 0; y < picture.getHeight(); y++) {
            for (int x = 0; x < picture.getWidth(); x++) {
                int index =
                        nearest.computeIfAbsent(picture.getRGB(x, y) & 0xffffff, colour -> nearest(colour, colours));
                small.getRaster().setSample(x, y, 0, index);
            }
        }
        return small;
    }

    private static int nearest(int colour, int[] colours) {
        int best = 0;
        for (int i = 1; i < colours.length; i++) {
            if (distance(colour, colours[i]) < distance(colour, colours[best])) {
                best = i;
            }
        }
        return best;
    }

    private static int distance(int one, int other) {
        int red = (one >> 16) - (other >> 16);
        int green = (one >> 8 & 0xff) - (other >> 8 & 0xff);
        int blue = (one & 0xff) - (other & 0xff);
        return red * red + green * green + blue * blue;
    }
}
