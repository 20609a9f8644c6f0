module aimark.example/sign

go 1.19
