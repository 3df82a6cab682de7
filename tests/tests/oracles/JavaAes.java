import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Scanner;
import javax.crypto.Cipher;
import javax.crypto.KeyGenerator;
import javax.crypto.SecretKey;
import javax.crypto.spec.IvParameterSpec;

/** Encrypts as merchants do in Java: the key comes from KeyGenerator and SHA1PRNG, seeded with the access key. */
class JavaAes {
    public static void main(String[] arguments) throws Exception {
        Scanner lines = new Scanner(System.in, StandardCharsets.UTF_8);
        while (lines.hasNextLine()) {
            // A case is a JSON text: bits, then seed and plain text in Base64, and the initial vector, with spaces.
            String[] parts = lines.nextLine().replace("\"", "").split(" ");
            SecureRandom random = SecureRandom.getInstance("SHA1PRNG", "SUN");
            random.setSeed(Base64.getDecoder().decode(parts[1]));
            KeyGenerator generator = KeyGenerator.getInstance("AES");
            generator.init(Integer.parseInt(parts[0]), random);
            SecretKey key = generator.generateKey();
            Cipher cipher = Cipher.getInstance("AES/CBC/PKCS5Padding");
            byte[] vector = parts[3].getBytes(StandardCharsets.UTF_8);
            cipher.init(Cipher.ENCRYPT_MODE, key, new IvParameterSpec(vector));
            byte[] sealed = cipher.doFinal(Base64.getDecoder().decode(parts[2]));
            System.out.println(parts[3] + Base64.getEncoder().encodeToString(sealed));
        }
    }
}
