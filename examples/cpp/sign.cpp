/*
 * Labels a picture or text, and checks what came of it:
 *
 *     sign chain.pem key.pem anchor.pem input output
 *
 * chain.pem and key.pem are a signing identity (`aimark identity show` names the file of your key; certificate.pem beside it is the chain), anchor.pem is the certificate
 * to accept.
 */
#include <exception>
#include <fstream>
#include <iostream>
#include <iterator>
#include <stdexcept>
#include <string>

#include <aimark.hpp>

static std::string read_file(const std::string &path)
{
    std::ifstream file(path, std::ios::binary);
    std::string bytes((std::istreambuf_iterator<char>(file)), std::istreambuf_iterator<char>());
    if (!file)
        throw std::runtime_error(path + ": cannot be read");
    return bytes;
}

static void write_file(const std::string &path, aimark::View bytes)
{
    std::ofstream file(path, std::ios::binary);
    if (!file.write(bytes.chars(), static_cast<std::streamsize>(bytes.size())).flush())
        throw std::runtime_error(path + ": cannot be written");
}

int main(int count, char **arguments)
{
    if (count != 6) {
        std::cerr << "usage: " << arguments[0] << " chain.pem key.pem anchor.pem input output\n";
        return 2;
    }
    try {
        // Once, for as many signatures as you like, in as many threads as you like.
        const aimark::Signer signer = aimark::Signer::from_pem(read_file(arguments[1]), read_file(arguments[2]));
        aimark::Trust trust;
        trust.add_pem(read_file(arguments[3]));

        // What is stated.
        aimark::Label label;
        label.origin(AIMARK_ORIGIN_GENERATED).system("Kandinsky");

        // For each picture.
        const aimark::Buffer labelled = aimark::sign(signer, label, read_file(arguments[4]));
        write_file(arguments[5], labelled);

        const aimark::Report report = aimark::verify(trust, labelled);
        std::cout << arguments[5] << ": " << report.verdict() << "\n";
        return report.trusted() ? 0 : 1;
    } catch (const aimark::Error &error) {
        std::cerr << error.what();
        if (!error.field().empty())
            std::cerr << " (" << error.field() << ")";
        std::cerr << "\n";
    } catch (const std::exception &error) {
        std::cerr << error.what() << "\n";
    }
    return 1;
}
